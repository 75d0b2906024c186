package dev.serai.management.monitoring.topology;

import java.util.List;
import org.apache.camel.health.HealthCheck.State;
import org.jspecify.annotations.Nullable;

/**
 * What is joined with what.
 *
 * @param nodes integrations, connections, external systems, events and services
 * @param edges from where messages go to where
 */
public record Topology(List<Node> nodes, List<Edge> edges) {

    public Topology {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** Kinds of nodes, by the words of the management API. */
    public enum Kind {
        integration,
        connection,
        external,
        event,
        service
    }

    /**
     * @param id such as {@code integration:orders}
     * @param kind what it is
     * @param label its name for people
     * @param state an integration's state; empty for anything else
     * @param version of an integration that serves; null otherwise
     * @param health how it is
     * @param url of an external system that has one; null otherwise
     */
    public record Node(
            String id,
            Kind kind,
            String label,
            String state,
            @Nullable Integer version,
            State health,
            @Nullable String url) {}

    /**
     * Counted since the running version was started; rates are those of the last minute.
     *
     * @param from id of a node
     * @param to id of a node
     * @param via the scheme, or the connector
     * @param total messages
     * @param failed those of them that failed
     */
    public record Edge(
            String from, String to, String via, long total, long failed, double perSecond, double failedPerSecond) {}
}
