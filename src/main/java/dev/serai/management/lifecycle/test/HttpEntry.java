package dev.serai.management.lifecycle.test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;

/**
 * A path that the routes under test serve.
 *
 * @param endpoint with path, methods and whether everything below is served
 * @param processor the route behind it
 */
record HttpEntry(PlatformHttpEndpoint endpoint, Processor processor) {

    /** {@code POST /orders}, as a person reads it. */
    String label() {
        return methods().isEmpty() ? endpoint.getPath() : String.join(",", methods()) + " " + endpoint.getPath();
    }

    /** The path's parameters when it serves the request; empty when it does not. */
    Optional<Map<String, String>> match(String method, String path) {
        if (!methods().isEmpty() && !methods().contains(method)) {
            return Optional.empty();
        }
        String[] own = segments(endpoint.getPath());
        String[] asked = segments(path);
        boolean below = endpoint.isMatchOnUriPrefix() && asked.length > own.length;
        if (asked.length != own.length && !below) {
            return Optional.empty();
        }
        return parameters(own, asked);
    }

    /** How exactly it names its paths: more literal segments go before fewer. */
    int literals() {
        return (int) Arrays.stream(segments(endpoint.getPath()))
                .filter(segment -> !segment.startsWith("{"))
                .count();
    }

    private static Optional<Map<String, String>> parameters(String[] own, String[] asked) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i].startsWith("{") && own[i].endsWith("}")) {
                parameters.put(own[i].substring(1, own[i].length() - 1), decoded(asked[i]));
            } else if (!own[i].equals(asked[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private List<String> methods() {
        String restrict = endpoint.getHttpMethodRestrict();
        return restrict == null || restrict.isBlank()
                ? List.of()
                : Arrays.stream(restrict.toUpperCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .toList();
    }

    private static String[] segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toArray(String[]::new);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
