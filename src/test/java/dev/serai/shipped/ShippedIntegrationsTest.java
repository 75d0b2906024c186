package dev.serai.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.enterprise.transformation.TransformComponent;
import dev.serai.engine.enterprise.transformation.Transformations;
import dev.serai.fixture.ShippedHome;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.gate.Gate;
import dev.serai.management.lifecycle.gate.Verdict;
import dev.serai.management.lifecycle.test.RouteTests;
import dev.serai.management.lifecycle.test.TestReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped integrations before the gate, and the tests beside their routes. */
class ShippedIntegrationsTest {

    private final ShippedHome home;
    private final Configuration configuration;
    private final Transformations transformations;

    ShippedIntegrationsTest(@TempDir Path folder) {
        home = ShippedHome.in(folder);
        configuration = home.configuration();
        transformations = new Transformations(folder.resolve("transformations"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "shipping"})
    void theGateFindsNothing(String name) {
        try (Connections connections = Connections.load(configuration)) {
            Landscape landscape = new Landscape(
                    Map.of(),
                    connections.schemes(),
                    transformations.names(),
                    connections.lent(),
                    configuration.properties());

            Verdict verdict = new Gate(List.of()).check(home.bundle(name), landscape);

            assertThat(verdict.findings()).extracting(Finding::sentence).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "shipping"})
    void theTestsBesideTheRoutesPass(String name) {
        Bundle bundle = home.bundle(name);
        ContextFactory contexts = new ContextFactory(
                false, List.of((camel, version) -> TransformComponent.attach(camel, transformations)));

        TestReport report =
                new RouteTests(contexts).run(bundle, CompiledClasses.NONE, configuration.propertiesFor(bundle));

        assertThat(report.allFindings()).extracting(Finding::sentence).isEmpty();
        assertThat(report.results()).isNotEmpty();
    }
}
