package dev.serai.cli;

import dev.serai.console.api.Validation;
import dev.serai.console.fixture.InMemoryIntegrations;
import dev.serai.engine.cloud.connection.ConnectorCatalog;
import dev.serai.engine.cloud.pack.ClassPlace;
import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.Finding;
import dev.serai.foundation.configuration.ConfigurationException;
import dev.serai.foundation.configuration.ConfiguredValue;
import dev.serai.foundation.configuration.Explanation;
import dev.serai.management.lifecycle.test.Difference;
import dev.serai.management.lifecycle.test.Step;
import dev.serai.management.lifecycle.test.TestFailure;
import dev.serai.management.lifecycle.test.TestReport;
import dev.serai.management.lifecycle.test.TestResult;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.policy.Evaluation;
import dev.serai.service.governance.policy.Policies;
import dev.serai.service.governance.rule.PackedRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workbench that remembers what it was asked. */
final class FixtureWorkbench implements Workbench {

    final List<String> asked = new ArrayList<>();

    @Override
    public int run(Choices choices) {
        asked.add("run " + choices);
        if (choices.overrides().containsKey("serai.htp.port")) {
            throw new ConfigurationException(List.of(
                    Finding.error(
                            "--set",
                            0,
                            0,
                            "configuration",
                            "serai.htp.port is unknown",
                            "did you mean \"serai.http.port\"?"),
                    Finding.error("config/application.properties", 2, 0, "configuration", "serai.x is unknown", "")));
        }
        return 0;
    }

    @Override
    public List<Validation> validate(Choices choices, List<Path> paths) {
        asked.add("validate " + paths);
        return paths.stream().map(path -> validation(read(path))).toList();
    }

    @Override
    public List<TestReport> test(Choices choices, List<Path> paths, Optional<Path> report) {
        asked.add("test " + paths + " " + report);
        String file = "routes/orders/orders.test.yaml";
        Difference difference = new Difference("$.a", "1", "2");
        Step step = new Step("orders", "setBody1", "routes/orders/orders.camel.yaml:9");
        TestFailure failure = new TestFailure("the body differs", difference, step, 7, 5);
        List<TestFailure> failures = paths.isEmpty() ? List.of() : List.of(failure);
        List<TestResult> results = List.of(
                new TestResult("stores", file, 2, 5, Duration.ofMillis(12), List.of()),
                new TestResult("refuses", file, 6, 5, Duration.ofMillis(3), failures));
        return List.of(new TestReport("orders", results, List.of()));
    }

    @Override
    public Explanation explain(Choices choices, String key) {
        return new Explanation(
                key,
                "Port of the integrations' HTTP server",
                List.of(
                        new ConfiguredValue(ConfigurationLayer.DEFAULTS, key, "8080", "default", 0),
                        new ConfiguredValue(
                                ConfigurationLayer.APPLICATION, key, "8081", "config/application.properties", 3)));
    }

    @Override
    public List<Diagnosis> examine(Choices choices) {
        Diagnosis jdk = new Diagnosis("JDK", Diagnosis.Grade.OK, "Temurin 25.0.1", "");
        Diagnosis ports = new Diagnosis("HTTP port", Diagnosis.Grade.ERROR, "8080 is taken by process 4711", "stop it");
        return choices.profile() == null ? List.of(jdk) : List.of(jdk, ports);
    }

    @Override
    public ConnectorCatalog connectors(Choices choices) {
        Path folder = Path.of("connectors").toAbsolutePath();
        return new ConnectorCatalog(folder, new Packs(folder, folder.resolveSibling("target/packs")));
    }

    @Override
    public List<ClassPlace> places(Choices choices, String className) {
        return className.contains("Kafka")
                ? List.of(new ClassPlace("kafka", "kafka-clients.jar", "/packs/kafka-clients.jar"))
                : List.of();
    }

    @Override
    public Bundle read(Path path) {
        if (!Files.exists(path)) {
            throw new CommandException("there is no file " + path, "name a route file or a folder");
        }
        try {
            String file = path.getFileName().toString();
            return new Bundle(file.split("\\.")[0], file, Map.of(file, Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Bundle draft(Choices choices, Pipeline pipeline) {
        asked.add("draft " + pipeline);
        return InMemoryIntegrations.folder("made", "made.camel.yaml", "from " + pipeline.from());
    }

    @Override
    public Validation place(Choices choices, Bundle bundle) {
        asked.add("place " + bundle.name());
        return validation(bundle);
    }

    private static Validation validation(Bundle bundle) {
        List<Finding> findings = new ArrayList<>(InMemoryIntegrations.gate(bundle));
        findings.add(Finding.warning(bundle.place(), 1, 0, "owner", "no owner is told", "add integration.yaml"));
        return Validation.of(bundle.name(), bundle.hash(), findings);
    }

    @Override
    public Policies policies(Choices choices) {
        return new Policies(
                choices.home().resolve("config/policies"),
                new PackedRules(new Packs(Path.of("connectors"), Path.of("target/packs"))),
                Surroundings.NONE);
    }

    @Override
    public List<Evaluation> explainPolicy(Choices choices, String policy, Path integration) {
        asked.add("explain " + policy + " " + integration);
        return List.of(new Evaluation(
                "integration orders", "routes/orders/:1", "broken", "", Map.of("integration.owner", "")));
    }
}
