package dev.serai.service.governance.model;

import dev.serai.foundation.CommunicationContext;
import dev.serai.foundation.Metadata;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** A message as rules see it. */
public final class MessageFacts {

    /** Stands for a body that is no JSON. */
    private static final Map<String, Object> NO_CONTENT = Map.of();

    private MessageFacts() {}

    /**
     * A message under way.
     *
     * @param direction {@code received} or {@code sent}
     * @param integration name of the integration
     * @param metadata of the integration
     * @param endpoint where it comes from, or goes to
     * @param classes finds data classes in a text
     */
    public static Facts of(
            Exchange exchange,
            String direction,
            String integration,
            Metadata metadata,
            Facts endpoint,
            Function<Exchange, List<String>> classes) {
        return new Facts()
                .with("direction", direction)
                .with("integration", integration)
                .with("owner", metadata.owner())
                .with("labels", metadata.labels())
                .later("route", () -> Optional.ofNullable(exchange.getFromRouteId())
                        .orElse(""))
                .later("principal", () -> header(exchange, CommunicationContext.PRINCIPAL))
                .later("tenant", () -> header(exchange, CommunicationContext.TENANT))
                .later("type", () -> type(header(exchange, Exchange.CONTENT_TYPE)))
                .later("size", () -> Content.size(exchange))
                .later("headers", () -> headers(exchange.getMessage().getHeaders()))
                .later("content", () -> content(Content.tree(exchange)))
                .later("text", () -> Content.text(exchange))
                .later("classes", () -> classes.apply(exchange))
                .with("endpoint", endpoint);
    }

    private static Object content(@Nullable Object tree) {
        return tree == null ? NO_CONTENT : tree;
    }

    private static String header(Exchange exchange, String name) {
        return Optional.ofNullable(exchange.getMessage().getHeader(name))
                .map(String::valueOf)
                .orElse("");
    }

    private static String type(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> headers(Map<String, Object> headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
                texts.put(name.toLowerCase(Locale.ROOT), value.toString());
            }
        });
        return texts;
    }

    /** A message as an example describes it: the variables that a rule can name. */
    public static Map<String, Object> described(Map<String, Object> described) {
        String body = String.valueOf(described.getOrDefault("body", ""));
        boolean sent = described.containsKey("to");
        String uri = String.valueOf(described.getOrDefault(sent ? "to" : "from", "direct:example"));
        Facts endpoint = endpoint(uri, sent);
        Object headers = described.getOrDefault("headers", Map.of());
        Facts message = new Facts()
                .with("direction", text(described, "direction", sent ? "sent" : "received"))
                .with("integration", text(described, "integration", "example"))
                .with("owner", text(described, "owner", ""))
                .with("labels", described.getOrDefault("labels", Map.of()))
                .with("route", text(described, "route", ""))
                .with("principal", text(described, "principal", ""))
                .with("tenant", text(described, "tenant", ""))
                .with("type", text(described, "type", ""))
                .with("size", described.getOrDefault("size", (long) body.length()))
                .with("headers", headers instanceof Map<?, ?> map ? texts(map) : Map.of())
                .with("content", content(Content.parsed(body)))
                .with("text", body)
                .with("classes", described.getOrDefault("classes", List.of()))
                .with("endpoint", endpoint);
        Map<String, Object> variables = new HashMap<>();
        variables.put("message", message);
        variables.put("endpoint", endpoint);
        return variables;
    }

    private static Facts endpoint(String uri, boolean sent) {
        boolean remote = uri.contains("://");
        return new Target(
                        uri,
                        uri.split(":", 2)[0],
                        sent ? "sink" : "source",
                        remote,
                        false,
                        Map.of(),
                        List.of(uri.split("\\?", 2)[0]),
                        Optional.empty(),
                        "",
                        true)
                .facts();
    }

    private static String text(Map<String, Object> described, String key, String otherwise) {
        return String.valueOf(described.getOrDefault(key, otherwise));
    }

    private static Map<String, String> texts(Map<?, ?> map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key).toLowerCase(Locale.ROOT), String.valueOf(value)));
        return texts;
    }
}
