package dev.serai.console.api;

import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.security.Permission;
import dev.serai.service.governance.policy.Evaluation;
import dev.serai.service.governance.policy.Policies;
import dev.serai.service.governance.policy.PolicySheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /policies}: the rules of governance, and how they are evaluated. */
public final class PolicyResource implements Resource {

    private final Policies policies;
    private final Supplier<Map<String, Long>> counts;
    private final Function<String, Optional<Candidate>> integrations;

    /**
     * A policy with what came of it.
     *
     * @param policy the policy
     * @param messages how many messages broke it since the start
     */
    public record Holding(PolicySheet policy, long messages) {}

    /**
     * How a policy is evaluated for an integration.
     *
     * @param policy its name
     * @param evaluations one for each thing that it is asked of
     */
    public record Explained(String policy, List<Evaluation> evaluations) {

        public Explained {
            evaluations = List.copyOf(evaluations);
        }
    }

    /**
     * @param policies those of the home
     * @param counts messages that broke a policy since the start, by its name
     * @param integrations the content of an integration of that name
     */
    public PolicyResource(
            Policies policies, Supplier<Map<String, Long>> counts, Function<String, Optional<Candidate>> integrations) {
        this.policies = policies;
        this.counts = counts;
        this.integrations = integrations;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/policies", Permission.VIEW, call -> Answer.json(all())),
                Route.get("/policies/{name}", Permission.VIEW, call -> Answer.json(one(call.name("name")))),
                Route.get("/integrations/{name}/policies", Permission.VIEW, this::evaluations, "policy"));
    }

    private List<Holding> all() {
        Map<String, Long> broken = counts.get();
        return policies.sheets().stream()
                .map(sheet -> new Holding(sheet, broken.getOrDefault(sheet.name(), 0L)))
                .toList();
    }

    private Holding one(String name) {
        List<Holding> all = all();
        return all.stream()
                .filter(holding -> holding.policy().name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private Problem unknown(String name) {
        List<String> names = policies.sheets().stream().map(PolicySheet::name).toList();
        return Problem.notFound(
                "there is no policy \"" + name + "\"", Hint.nearest(name, names, "see: serai policy list"));
    }

    private Answer evaluations(Call call) {
        String name = call.name("name");
        Candidate candidate = integrations
                .apply(name)
                .orElseThrow(() -> Problem.notFound("there is no integration \"" + name + "\"", "see: serai status"));
        List<String> asked = call.query("policy").map(List::of).orElseGet(() -> policies.sheets().stream()
                .map(PolicySheet::name)
                .toList());
        return Answer.json(
                asked.stream().map(policy -> explained(policy, candidate)).toList());
    }

    private Explained explained(String policy, Candidate candidate) {
        return new Explained(policy, policies.explain(policy, candidate).orElseThrow(() -> unknown(policy)));
    }
}
