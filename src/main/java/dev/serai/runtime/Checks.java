package dev.serai.runtime;

import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.enterprise.transformation.TransformComponent;
import dev.serai.engine.enterprise.transformation.Transformations;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfigurationException;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.Gate;
import dev.serai.management.lifecycle.test.RouteTests;
import dev.serai.management.lifecycle.test.TestCheck;
import dev.serai.management.lifecycle.test.TestReport;
import dev.serai.service.governance.policy.Policies;
import java.util.List;
import java.util.Map;

/** The gate of this home: its own checks, the integration's configuration, and the tests beside the routes. */
final class Checks {

    private final Configuration configuration;
    private final Connections connections;
    private final Transformations transformations;
    private final NeededPacks packs;
    private final RouteTests tests;
    private final Gate gate;

    Checks(Configuration configuration, Connections connections, Transformations transformations, Policies policies) {
        this.configuration = configuration;
        this.connections = connections;
        this.transformations = transformations;
        this.packs = new NeededPacks(connections, () -> landscape(Map.of()));
        this.tests = new RouteTests(new ContextFactory(
                false,
                List.of(
                        (context, content) -> connections.packs().attach(context),
                        packs::attach,
                        (context, content) -> TransformComponent.attach(context, transformations))));
        this.gate = new Gate(List.of(this::configured, packs::unknown, policies::check, new TestCheck(tests)), packs);
    }

    /** The packs of each integration. */
    NeededPacks packs() {
        return packs;
    }

    Gate gate() {
        return gate;
    }

    /** What a bundle is checked against, given what the other integrations claim. */
    Landscape landscape(Map<String, List<Claim>> claims) {
        return new Landscape(
                claims, connections.schemes(), transformations.names(), connections.lent(), configuration.properties());
    }

    /** A line that cannot be read at all has been told by the gate's own check of the file, with its column. */
    private List<Finding> configured(Candidate candidate) {
        try {
            configuration.forIntegration(candidate.bundle());
            return List.of();
        } catch (ConfigurationException e) {
            return e.findings().stream()
                    .filter(finding -> !finding.check().equals(Configuration.UNREADABLE_LINE))
                    .toList();
        }
    }

    /** Runs the tests of a bundle that has not passed the gate; what keeps it from running is told instead. */
    TestReport testAlone(Bundle bundle) {
        Candidate candidate = new Candidate(bundle, landscape(Map.of()));
        return test(bundle, candidate.classes());
    }

    /** Runs the tests beside the routes of a bundle. */
    TestReport test(Bundle bundle, CompiledClasses classes) {
        return tests.run(bundle, classes, configuration.propertiesFor(bundle));
    }
}
