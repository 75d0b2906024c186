package dev.serai.service.governance.policy;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Connection;
import dev.serai.foundation.Connector;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.service.governance.model.MessageFacts;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.policy.Judge.Ruling;
import dev.serai.service.governance.policy.Policy.Example;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows a policy the examples of its own file. */
final class Examples {

    private static final String NAME = "example";

    private final Judge judge;

    Examples(Judge judge) {
        this.judge = judge;
    }

    List<ExampleResult> run() {
        return judge.policy().examples().stream().map(this::run).toList();
    }

    private ExampleResult run(Example example) {
        String said = example.files().isEmpty() ? message(example) : integration(example);
        boolean holds = said.isEmpty();
        boolean passed = holds == example.holds();
        String detail =
                passed ? "" : holds ? "it was let pass, expected that it is not" : "it was not let pass: " + said;
        return new ExampleResult(
                judge.policy().name(), example.name(), judge.policy().place() + ":" + example.line(), passed, detail);
    }

    /** What the policy has against an integration; empty for nothing. */
    private String integration(Example example) {
        Map<String, byte[]> files = new HashMap<>();
        example.files().forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Bundle bundle = new Bundle(NAME, NAME + "/", files);
        List<Connection> connections = example.connections().entrySet().stream()
                .map(entry -> connection(entry.getKey(), entry.getValue()))
                .toList();
        Map<String, String> schemes = new HashMap<>();
        connections.forEach(one -> schemes.put(one.name(), one.connector().component()));
        Landscape landscape = new Landscape(Map.of(), schemes, Set.of(), Set.of(), Map.of());
        Surroundings surroundings = new Surroundings(example.profile(), () -> connections, hash -> example.approvals());
        return first(new PolicyCheck(List.of(judge), surroundings).check(new Candidate(bundle, landscape)));
    }

    private static String first(List<Finding> findings) {
        return findings.isEmpty()
                ? ""
                : findings.get(0).place() + ": " + findings.get(0).message();
    }

    /** A connection as an example describes it: its kind is also the name of the component unless it names one. */
    private static Connection connection(String name, Map<String, String> described) {
        Map<String, String> parameters = new HashMap<>(described);
        String kind = Optional.ofNullable(parameters.remove("connector")).orElse(name);
        String component = Optional.ofNullable(parameters.remove("component")).orElse(kind);
        Connector connector = new Connector(
                kind,
                kind,
                "",
                List.of(),
                component,
                "",
                Set.of(),
                "",
                List.of(),
                Map.of(),
                Connector.EndpointForm.NONE,
                "");
        return new Connection(name, connector, parameters);
    }

    /** What the policy has against a message; empty for nothing. */
    private String message(Example example) {
        Ruling ruling = judge.ask(MessageFacts.described(example.message()));
        return ruling.isBroken() ? "the rule is not true" + ruling.detail() : "";
    }
}
