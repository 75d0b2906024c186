package dev.serai.management.monitoring.topology;

import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import dev.serai.management.monitoring.flow.ContextFlows;
import dev.serai.management.monitoring.flow.Flow;
import dev.serai.management.monitoring.flow.Target;
import dev.serai.management.monitoring.health.Health;
import dev.serai.management.monitoring.topology.Topology.Edge;
import dev.serai.management.monitoring.topology.Topology.Kind;
import dev.serai.management.monitoring.topology.Topology.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck.State;
import org.jspecify.annotations.Nullable;

/** Draws the topology from the endpoints of what runs, those that were first reached at run time included. */
public final class TopologyMap {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Edges edges = new Edges();
    private final Map<String, String> connectors;

    private TopologyMap(List<ConnectionStatus> connections) {
        connectors =
                connections.stream().collect(Collectors.toMap(ConnectionStatus::name, ConnectionStatus::connector));
    }

    /**
     * @param statuses all integrations
     * @param running those that serve
     * @param health how they are
     * @param connections all connections
     */
    public static Topology draw(
            List<IntegrationStatus> statuses,
            List<RunningIntegration> running,
            Health health,
            List<ConnectionStatus> connections) {
        TopologyMap map = new TopologyMap(connections);
        statuses.forEach(status -> map.add(integration(status, health)));
        connections.forEach(connection -> map.add(connection(connection)));
        running.forEach(map::draw);
        return new Topology(map.judged(), map.edges.all());
    }

    private void add(Node node) {
        nodes.putIfAbsent(node.id(), node);
    }

    private static Node integration(IntegrationStatus status, Health health) {
        return new Node(
                "integration:" + status.name(),
                Kind.integration,
                status.name(),
                status.state().name(),
                status.version(),
                health.of(status.name()),
                null);
    }

    private static Node connection(ConnectionStatus connection) {
        return new Node(
                "connection:" + connection.name(),
                Kind.connection,
                connection.name(),
                "",
                null,
                connection.health(),
                null);
    }

    private void draw(RunningIntegration integration) {
        ContextFlows.of(integration.context()).ifPresent(flows -> draw(integration, flows));
    }

    private void draw(RunningIntegration integration, ContextFlows flows) {
        String self = "integration:" + integration.name();
        Set<Endpoint> entrances = integration.context().getRoutes().stream()
                .map(Route::getEndpoint)
                .collect(Collectors.toSet());
        for (Route route : integration.context().getRoutes()) {
            Target from = flows.target(route.getEndpoint());
            if (from.leaves()) {
                edges.add(node(from), self, via(from), Optional.of(flows.route(route.getRouteId())));
            }
        }
        Map<Target, Flow> sent = flows.sent();
        Stream<Target> known = integration.context().getEndpoints().stream()
                .filter(endpoint -> !entrances.contains(endpoint))
                .map(flows::target);
        Stream.concat(known, sent.keySet().stream())
                .filter(Target::leaves)
                .distinct()
                .forEach(to -> edges.add(self, node(to), via(to), Optional.ofNullable(sent.get(to))));
    }

    /** The id of the node of what an endpoint reaches. */
    private String node(Target target) {
        add(new Node(
                target.id(), Kind.valueOf(target.kind().name()), label(target), "", null, State.UNKNOWN, url(target)));
        return target.id();
    }

    private static String label(Target target) {
        return target.name().equals("http-clients") ? "HTTP clients" : target.name();
    }

    private static @Nullable String url(Target target) {
        boolean web = target.name().startsWith("http:") || target.name().startsWith("https:");
        return web ? target.name().replaceFirst(":", "://") : null;
    }

    private String via(Target target) {
        return switch (target.kind()) {
            case connection -> connectors.getOrDefault(target.name(), target.name());
            case external -> target.name().split(":", 2)[0];
            default -> target.kind().name();
        };
    }

    /** What is not known otherwise is judged by the messages that go there: up when one arrived in the last minute, down when all failed. */
    private List<Node> judged() {
        return nodes.values().stream()
                .map(node -> node.kind() == Kind.external ? judged(node) : node)
                .toList();
    }

    private Node judged(Node node) {
        List<Edge> towards =
                edges.all().stream().filter(edge -> edge.to().equals(node.id())).toList();
        double all = towards.stream().mapToDouble(Edge::perSecond).sum();
        double failed = towards.stream().mapToDouble(Edge::failedPerSecond).sum();
        State health = all == 0 ? State.UNKNOWN : failed >= all ? State.DOWN : State.UP;
        return new Node(node.id(), node.kind(), node.label(), node.state(), node.version(), health, node.url());
    }
}
