package dev.serai.service.governance.model;

import dev.serai.foundation.Connection;
import dev.serai.foundation.FileRole;
import dev.serai.foundation.Metadata;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An integration as rules see it, each thing with its place. */
public final class IntegrationFacts {

    private static final Set<String> ROUTES = Set.of("route", "from");

    private final Candidate candidate;
    private final Surroundings surroundings;
    private final EndpointFacts endpointFacts;
    private final List<Placed> routes = new ArrayList<>();
    private final List<Placed> steps = new ArrayList<>();
    private final List<Placed> endpoints = new ArrayList<>();
    private final List<Placed> connections = new ArrayList<>();
    private final Placed integration;

    public IntegrationFacts(Candidate candidate, Surroundings surroundings) {
        this.candidate = candidate;
        this.surroundings = surroundings;
        this.endpointFacts = new EndpointFacts(candidate, surroundings);
        candidate.sources().roots().forEach(root -> root.children().forEach(this::topLevel));
        endpoints.addAll(endpointFacts.inJava());
        connections();
        integration = new Placed(
                facts(), metadataPlace(), "integration " + candidate.bundle().name());
    }

    public Placed integration() {
        return integration;
    }

    public List<Placed> routes() {
        return routes;
    }

    public List<Placed> steps() {
        return steps;
    }

    public List<Placed> endpoints() {
        return endpoints;
    }

    public List<Placed> connections() {
        if (connections.isEmpty()) {
            usedConnections()
                    .forEach((connection, place) -> connections.add(
                            new Placed(ConnectionFacts.of(connection), place, "connection " + connection.name())));
        }
        return connections;
    }

    private Facts facts() {
        Metadata metadata = candidate.metadata();
        return new Facts()
                .with("name", candidate.bundle().name())
                .with("owner", metadata.owner())
                .with("description", metadata.description())
                .with("labels", metadata.labels())
                .with("mode", metadata.mode().name())
                .with("critical", metadata.critical())
                .with("profile", surroundings.profile())
                .with("hash", candidate.bundle().hash())
                .with("files", List.copyOf(candidate.bundle().paths()))
                .with(
                        "tests",
                        candidate.bundle().paths().stream()
                                .filter(IntegrationFacts::isTest)
                                .count())
                .with("classes", classes(metadata))
                .later(
                        "approvals",
                        () -> surroundings.approvals().apply(candidate.bundle().hash()))
                .with("routes", facts(routes))
                .with("endpoints", facts(endpoints))
                .with("connections", facts(connections));
    }

    private static boolean isTest(String path) {
        return path.endsWith(".test.yaml") || path.endsWith(".test.yml");
    }

    private static List<String> classes(Metadata metadata) {
        return Stream.of(metadata.labels().getOrDefault("data-classes", "").split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<Facts> facts(List<Placed> things) {
        return things.stream().map(Placed::facts).toList();
    }

    private Place metadataPlace() {
        return candidate.sources().texts(FileRole.METADATA).keySet().stream()
                .findFirst()
                .map(file -> new Place(file, 1, 0))
                .orElse(
                        candidate.bundle().isFolder()
                                        || candidate.bundle().paths().isEmpty()
                                ? Place.of("")
                                : Place.of(candidate.bundle().paths().iterator().next()));
    }

    private void topLevel(DslNode node) {
        if (node.name().equals("routes")) {
            node.children().forEach(this::topLevel);
        } else if (ROUTES.contains(node.name())) {
            route(node);
        } else {
            inside(node, "");
        }
    }

    private void route(DslNode node) {
        String id = node.attribute("id")
                .map(text -> candidate.placeholders().resolve(text.value()))
                .orElse("");
        Things things = inside(node, id);
        Facts facts = new Facts()
                .with("id", id)
                .with("file", node.place().file())
                .with(
                        "source",
                        things.endpoints().stream()
                                .filter(one -> "source".equals(one.facts().get("role")))
                                .map(one -> String.valueOf(one.facts().get("uri")))
                                .findFirst()
                                .orElse(""))
                .with("errorHandler", errorHandler(node))
                .with("steps", facts(things.steps()))
                .with("endpoints", facts(things.endpoints()));
        routes.add(new Placed(facts, node.place(), id.isEmpty() ? "a route without id" : "route " + id));
    }

    private record Things(List<Placed> steps, List<Placed> endpoints) {}

    /** The steps and endpoints of an element and of all below it. */
    private Things inside(DslNode root, String route) {
        Things things = new Things(new ArrayList<>(), new ArrayList<>());
        root.walk().forEach(node -> {
            List<Placed> used = endpointFacts.of(node, route);
            things.endpoints().addAll(used);
            Facts endpoint = used.isEmpty() ? Target.NONE : used.get(0).facts();
            things.steps().add(new Placed(step(node, route, endpoint), node.place(), "step " + node.name()));
        });
        steps.addAll(things.steps());
        endpoints.addAll(things.endpoints());
        return things;
    }

    private Facts step(DslNode node, String route, Facts endpoint) {
        Map<String, String> options = new LinkedHashMap<>();
        node.attributes()
                .forEach((name, text) ->
                        options.put(name, candidate.placeholders().resolve(text.value())));
        node.maps()
                .values()
                .forEach(map -> map.forEach((name, option) -> options.put(
                        name, candidate.placeholders().resolve(option.value().value()))));
        String text = node.inline()
                .or(() -> node.attribute("message"))
                .or(() -> node.attribute("expression"))
                .map(value -> candidate.placeholders().resolve(value.value()))
                .orElse("");
        return new Facts()
                .with("kind", node.name())
                .with("id", options.getOrDefault("id", ""))
                .with("route", route)
                .with("text", text)
                .with("options", Target.masked(options))
                .with("endpoint", endpoint);
    }

    /** The route's own error handler, otherwise that of a file or a route configuration, otherwise the runtime's. */
    private String errorHandler(DslNode route) {
        Optional<DslNode> own =
                route.walk().filter(IntegrationFacts::isErrorHandler).findFirst();
        return own.or(() -> candidate
                        .sources()
                        .elements()
                        .filter(IntegrationFacts::isErrorHandler)
                        .filter(node -> node.enclosing(ROUTES).isEmpty())
                        .findFirst())
                .map(node -> node.children().isEmpty()
                        ? "refErrorHandler"
                        : node.children().get(0).name())
                .orElseGet(() -> route.attribute("errorHandlerRef").isPresent() ? "refErrorHandler" : "serai");
    }

    private static boolean isErrorHandler(DslNode node) {
        return node.name().equals("errorHandler");
    }

    private Map<Connection, Place> usedConnections() {
        Map<Connection, Place> used = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> surroundings
                .connection(String.valueOf(endpoint.facts().get("connection")))
                .ifPresent(connection -> used.putIfAbsent(connection, endpoint.place())));
        return used;
    }
}
