package dev.serai.engine.enterprise.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A path that a version serves.
 *
 * @param methods upper-case methods; empty for all
 * @param path Camel's form, such as {@code /orders/{id}}
 * @param prefix whether everything below the path is served too
 */
public record HttpPath(List<String> methods, String path, boolean prefix) {

    public HttpPath {
        methods = List.copyOf(methods);
    }

    static HttpPath of(String methodRestrict, String path, boolean prefix) {
        List<String> methods = methodRestrict.isBlank()
                ? List.of()
                : Arrays.stream(methodRestrict.split(","))
                        .map(method -> method.trim().toUpperCase(Locale.ROOT))
                        .toList();
        boolean wildcard = path.endsWith("*");
        String plain = wildcard ? path.substring(0, path.length() - 1) : path;
        return new HttpPath(methods, plain.startsWith("/") ? plain : "/" + plain, prefix || wildcard);
    }

    boolean allows(String method) {
        return methods.isEmpty() || methods.contains(method);
    }

    /** How a person reads it: {@code POST /orders}, {@code GET,HEAD /files/*}, {@code * /any}. */
    public String label() {
        return (methods.isEmpty() ? "*" : String.join(",", methods)) + " " + path + (prefix ? "*" : "");
    }
}
