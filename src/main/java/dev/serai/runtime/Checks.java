package dev.serai.runtime;

import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.enterprise.transformation.Transformations;
import dev.serai.foundation.Finding;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfigurationException;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.Gate;
import java.util.List;
import java.util.Map;

/** The gate of this home: its own checks, the integration's configuration, and the tests beside the routes. */
final class Checks {

    private final Configuration configuration;
    private final Connections connections;
    private final Transformations transformations;
    private final Gate gate;

    Checks(Configuration configuration, Connections connections, Transformations transformations) {
        this.configuration = configuration;
        this.connections = connections;
        this.transformations = transformations;
        this.gate = new Gate(List.of(this::configured));
    }

    Gate gate() {
        return gate;
    }

    /** What a bundle is checked against, given what the other integrations claim. */
    Landscape landscape(Map<String, List<Claim>> claims) {
        return new Landscape(claims, connections.schemes(), transformations.names(), configuration.properties());
    }

    private List<Finding> configured(Candidate candidate) {
        try {
            configuration.forIntegration(candidate.bundle());
            return List.of();
        } catch (ConfigurationException e) {
            return e.findings();
        }
    }
}
