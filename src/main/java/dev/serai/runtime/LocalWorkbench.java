package dev.serai.runtime;

import dev.serai.cli.Choices;
import dev.serai.cli.CommandException;
import dev.serai.cli.Diagnosis;
import dev.serai.cli.Pipeline;
import dev.serai.cli.Workbench;
import dev.serai.console.api.Validation;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.cloud.connection.ConnectorCatalog;
import dev.serai.engine.cloud.pack.ClassPlace;
import dev.serai.engine.cloud.pack.Packs;
import dev.serai.engine.enterprise.transformation.Transformations;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.Explanation;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.control.RouteFolder;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.Verdict;
import dev.serai.management.lifecycle.test.JUnitXml;
import dev.serai.management.lifecycle.test.RouteTests;
import dev.serai.management.lifecycle.test.TestReport;
import dev.serai.management.lifecycle.watch.BundleReader;
import dev.serai.service.governance.policy.Evaluation;
import dev.serai.service.governance.policy.Policies;
import dev.serai.service.governance.policy.PolicySheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the command line does without a running Serai, in this process. */
public final class LocalWorkbench implements Workbench {

    @Override
    public void expectRun() {
        WarmUp.begin();
    }

    @Override
    public int run(Choices choices) {
        return new RunLoop(choices).run();
    }

    @Override
    public List<Validation> validate(Choices choices, List<Path> paths) {
        Checks checks = checks(choices);
        Map<String, List<Claim>> claims = new HashMap<>();
        List<Validation> validations = new ArrayList<>();
        for (Bundle bundle : bundles(choices, paths)) {
            Map<String, List<Claim>> others = new HashMap<>(claims);
            others.remove(bundle.name());
            Verdict verdict = checks.gate().check(bundle, checks.landscape(others));
            claims.put(bundle.name(), verdict.claims());
            validations.add(Validation.of(bundle.name(), bundle.hash(), verdict.findings()));
        }
        return validations;
    }

    @Override
    public List<TestReport> test(Choices choices, List<Path> paths, Optional<Path> report) {
        Checks checks = checks(choices);
        List<TestReport> reports = new ArrayList<>();
        for (Bundle bundle : bundles(choices, paths)) {
            if (RouteTests.has(bundle)) {
                reports.add(checks.testAlone(bundle));
            }
        }
        if (paths.isEmpty()) {
            reports.addAll(SampleReports.of(choices.home()));
        }
        report.ifPresent(folder -> reports.forEach(one -> write(one, folder)));
        return reports;
    }

    private static void write(TestReport report, Path folder) {
        try {
            JUnitXml.write(report, folder);
        } catch (IOException e) {
            throw new CommandException(
                    "the report cannot be written into %s: %s".formatted(folder, e.getMessage()),
                    "name a folder that can be written with --report",
                    e);
        }
    }

    @Override
    public Explanation explain(Choices choices, String key) {
        try {
            return RunLoop.configuration(choices).explain(key);
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()), "", e);
        }
    }

    @Override
    public List<Diagnosis> examine(Choices choices) {
        return new Examination(choices).run();
    }

    @Override
    public ConnectorCatalog connectors(Choices choices) {
        Path folder = choices.home().resolve("connectors");
        return new ConnectorCatalog(folder, Packs.ofDistribution(folder));
    }

    @Override
    public List<ClassPlace> places(Choices choices, String className) {
        try (Packs packs = Packs.ofDistribution(choices.home().resolve("connectors"))) {
            return packs.places(className);
        }
    }

    @Override
    public Bundle read(Path path) {
        try {
            Bundle bundle = BundleReader.read(path);
            if (bundle != null) {
                return bundle;
            }
        } catch (IOException e) {
            throw new CommandException(
                    "%s cannot be read: %s".formatted(path, Reasons.of(e)), "check the path and its permissions", e);
        }
        throw new CommandException(
                path + " is no integration",
                "name a route file (*.camel.yaml, *.camel.xml, *.java) or a folder that holds one");
    }

    @Override
    public Bundle draft(Choices choices, Pipeline pipeline) {
        try {
            String name = pipeline.name();
            var between = dev.serai.management.lifecycle.pipeline.Pipeline.between(
                    pipeline.from(), pipeline.to(), pipeline.mode());
            return (name == null ? between : between.named(name)).bundle();
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()), "see: serai integrate --help", e);
        }
    }

    @Override
    public Validation place(Choices choices, Bundle bundle) {
        Checks checks = checks(choices);
        Verdict verdict = checks.gate().check(bundle, checks.landscape(Map.of()));
        if (verdict.accepts()) {
            new RouteFolder(choices.home().resolve("routes")).write(bundle);
        }
        return Validation.of(bundle.name(), bundle.hash(), verdict.findings());
    }

    @Override
    public Policies policies(Choices choices) {
        Configuration configuration = RunLoop.configuration(choices);
        return Governing.policies(configuration, Connections.load(configuration));
    }

    @Override
    public List<Evaluation> explainPolicy(Choices choices, String policy, Path integration) {
        Path path = integration.toFile().exists()
                ? integration
                : choices.home().resolve("routes").resolve(integration);
        Bundle bundle = bundles(choices, List.of()).stream()
                .filter(one -> one.name().equals(integration.toString()))
                .findFirst()
                .orElseGet(() -> read(path));
        Configuration configuration = RunLoop.configuration(choices);
        Connections connections = Connections.load(configuration);
        Landscape landscape = new Landscape(
                Map.of(), connections.schemes(), Set.of(), connections.lent(), configuration.properties());
        Policies policies = Governing.policies(configuration, connections);
        return policies.explain(policy, new Candidate(bundle, landscape)).orElseThrow(() -> unknown(policy, policies));
    }

    private static CommandException unknown(String policy, Policies policies) {
        String near = DidYouMean.hint(
                policy, policies.sheets().stream().map(PolicySheet::name).toList());
        return new CommandException(
                "there is no policy \"" + policy + "\"", near.isEmpty() ? "see: serai policy list" : near);
    }

    private List<Bundle> bundles(Choices choices, List<Path> paths) {
        return paths.isEmpty()
                ? Reasons.told(() -> BundleReader.readAll(choices.home().resolve("routes")))
                : paths.stream().flatMap(path -> inside(path).stream()).toList();
    }

    /** A path is an integration, or a folder of integrations. */
    private List<Bundle> inside(Path path) {
        return Reasons.told(() -> {
            Bundle bundle = BundleReader.read(path);
            List<Bundle> found = bundle != null ? List.of(bundle) : BundleReader.readAll(path);
            return found.isEmpty() ? List.of(read(path)) : found;
        });
    }

    private static Checks checks(Choices choices) {
        Configuration configuration = RunLoop.configuration(choices);
        Connections connections = Connections.load(configuration);
        Policies policies = Governing.policies(configuration, connections);
        Governing.readOrRefuse(policies);
        return new Checks(
                configuration,
                connections,
                new Transformations(configuration.home().resolve("transformations"), connections.packs()::attachAlone),
                policies);
    }
}
