package dev.serai.service.governance.policy;

import dev.serai.foundation.Finding;
import dev.serai.foundation.Severity;
import dev.serai.foundation.secret.Redaction;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.service.governance.model.IntegrationFacts;
import dev.serai.service.governance.model.Placed;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.policy.Judge.Ruling;
import dev.serai.service.governance.rule.RuleLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks policies of an integration at the gate. */
final class PolicyCheck {

    private final List<Judge> judges;
    private final Surroundings surroundings;

    PolicyCheck(List<Judge> judges, Surroundings surroundings) {
        this.judges = judges;
        this.surroundings = surroundings;
    }

    List<Finding> check(Candidate candidate) {
        IntegrationFacts facts = new IntegrationFacts(candidate, surroundings);
        List<Finding> findings = new ArrayList<>();
        for (Judge judge : judges) {
            for (Placed thing : things(judge.policy().subject(), facts)) {
                Ruling ruling = judge.ask(variables(judge.policy(), facts, thing));
                if (ruling.isBroken()) {
                    findings.add(finding(judge.policy(), thing, ruling, candidate));
                }
            }
        }
        return findings;
    }

    List<Evaluation> explain(Judge judge, Candidate candidate, RuleLanguage language) {
        IntegrationFacts facts = new IntegrationFacts(candidate, surroundings);
        return things(judge.policy().subject(), facts).stream()
                .map(thing -> explain(judge, candidate, language, facts, thing))
                .toList();
    }

    private static Evaluation explain(
            Judge judge, Candidate candidate, RuleLanguage language, IntegrationFacts facts, Placed thing) {
        Map<String, Object> variables = variables(judge.policy(), facts, thing);
        Ruling ruling = judge.ask(variables);
        return new Evaluation(
                thing.name(),
                place(candidate, thing.place()),
                ruling.opinion().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                ruling.detail(),
                judge.named(variables, language));
    }

    private static List<Placed> things(Subject subject, IntegrationFacts facts) {
        return switch (subject) {
            case INTEGRATION -> List.of(facts.integration());
            case ROUTE -> facts.routes();
            case STEP -> facts.steps();
            case ENDPOINT -> facts.endpoints();
            case CONNECTION -> facts.connections();
            case MESSAGE -> List.of();
        };
    }

    private static Map<String, Object> variables(Policy policy, IntegrationFacts facts, Placed thing) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("integration", facts.integration().facts());
        variables.put(policy.subject().word(), thing.facts());
        return variables;
    }

    private static Finding finding(Policy policy, Placed thing, Ruling ruling, Candidate candidate) {
        Severity severity =
                switch (policy.weight()) {
                    case DENY -> Severity.ERROR;
                    case WARN -> Severity.WARNING;
                    case AUDIT -> Severity.INFO;
                };
        Place at = thing.place();
        String what = thing.name().isEmpty() ? "" : thing.name() + " breaks ";
        String next = policy.hint().isEmpty()
                ? "see: serai policy explain " + policy.name() + " "
                        + candidate.bundle().name()
                : policy.hint();
        String why = ruling.detail().isEmpty() ? "" : " (" + ruling.detail() + ")";
        return new Finding(
                severity,
                at.file().isEmpty()
                        ? candidate.bundle().place()
                        : candidate.bundle().place(at.file()),
                at.line(),
                at.column(),
                "policy",
                Redaction.clean(what + "the policy " + policy.name() + ": " + policy.reason() + why),
                next);
    }

    private static String place(Candidate candidate, Place at) {
        String file = at.file().isEmpty()
                ? candidate.bundle().place()
                : candidate.bundle().place(at.file());
        return at.line() == 0 ? file : file + ":" + at.line();
    }
}
