package dev.serai.management.lifecycle.gate.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place where a route consumes from, or sends to, an endpoint.
 *
 * @param node the element
 * @param uri its URI as written
 * @param parameters what the element adds to the URI
 * @param role which side of the endpoint it uses
 */
public record Endpoint(DslNode node, Text uri, Map<String, Option> parameters, Role role) {

    private static final Set<String> PRODUCERS = Set.of("to", "toD", "wireTap");
    private static final Set<String> BY_EXPRESSION = Set.of("enrich", "pollEnrich", "recipientList", "routingSlip");

    /** The sides of an endpoint. */
    public enum Role {
        CONSUMER,
        POLLER,
        PRODUCER
    }

    /** The endpoints an element uses by itself, without those of its children. */
    public static Stream<Endpoint> of(DslNode node) {
        String name = node.name();
        if (name.equals("from")) {
            return written(node, Role.CONSUMER);
        }
        if (name.equals("poll")) {
            return written(node, Role.POLLER);
        }
        if (PRODUCERS.contains(name)) {
            return written(node, Role.PRODUCER);
        }
        if (name.equals("deadLetterChannel")) {
            return node.attribute("deadLetterUri").stream()
                    .map(uri -> new Endpoint(node, uri, Map.of(), Role.PRODUCER));
        }
        if (name.equals("kamelet")) {
            return node.attributeOrInline("name").stream().map(uri -> kamelet(node, uri));
        }
        return BY_EXPRESSION.contains(name) ? constants(node) : Stream.empty();
    }

    private static Stream<Endpoint> written(DslNode node, Role role) {
        return node.attributeOrInline("uri").stream().map(uri -> new Endpoint(node, uri, node.map("parameters"), role));
    }

    private static Endpoint kamelet(DslNode node, Text name) {
        return new Endpoint(
                node, new Text("kamelet:" + name.value(), name.place(), false), node.map("parameters"), Role.PRODUCER);
    }

    /** The URIs of an expression that is a plain text. */
    private static Stream<Endpoint> constants(DslNode node) {
        Role role = node.name().equals("pollEnrich") ? Role.POLLER : Role.PRODUCER;
        return node.children().stream()
                .flatMap(child -> child.name().equals("expression") ? child.children().stream() : Stream.of(child))
                .filter(child -> child.name().equals("constant") || child.name().equals("simple"))
                .flatMap(child -> child.attributeOrInline("expression").stream())
                .filter(text -> !text.value().contains("${") && !text.value().contains(","))
                .map(text -> new Endpoint(node, text, Map.of(), role));
    }

    /** The part before the colon; the whole when the rest stands in the parameters. */
    public String scheme() {
        return uri.value().strip().split("[:?]", 2)[0];
    }

    /** The part between the scheme and the options: the name of a direct:, service: or transform: endpoint. */
    public String name() {
        String[] parts = uri.value().strip().split(":", 2);
        if (parts.length < 2) {
            return Optional.ofNullable(parameters.get("name"))
                    .map(option -> option.value().value())
                    .orElse("");
        }
        String rest = parts[1].startsWith("//") ? parts[1].substring(2) : parts[1];
        return rest.split("\\?", 2)[0];
    }
}
