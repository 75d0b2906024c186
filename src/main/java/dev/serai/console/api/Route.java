package dev.serai.console.api;

import dev.serai.management.security.Permission;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the API.
 *
 * @param method HTTP method
 * @param template path below {@code /api/v1} with names in braces
 * @param query the query parameters it knows
 * @param permission what its caller must be permitted
 * @param action its word in the audit trail, such as {@code integration.deploy}; empty for one that only looks
 * @param operation what answers
 */
public record Route(
        String method, String template, Set<String> query, Permission permission, String action, Operation operation) {

    /** What answers a call. */
    public interface Operation {
        Answer answer(Call call) throws IOException;
    }

    /** One that only looks. */
    static Route get(String template, Permission permission, Operation operation, String... query) {
        return new Route("GET", template, Set.of(query), permission, "", operation);
    }

    static Route post(String template, Permission permission, String action, Operation operation, String... query) {
        return new Route("POST", template, Set.of(query), permission, action, operation);
    }

    static Route put(String template, Permission permission, String action, Operation operation, String... query) {
        return new Route("PUT", template, Set.of(query), permission, action, operation);
    }

    static Route delete(String template, Permission permission, String action, Operation operation) {
        return new Route("DELETE", template, Set.of(), permission, action, operation);
    }

    /** What the operation acts on, for the audit trail: the first name in its path. */
    static String subject(Map<String, String> names) {
        return names.getOrDefault("name", names.getOrDefault("id", ""));
    }

    /** The names that the path gives to the template's braces; empty when the path is another's. */
    Optional<Map<String, String>> match(String path) {
        List<String> expected = List.of(template.split("/"));
        List<String> seen = List.of(path.split("/"));
        if (expected.size() != seen.size()) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            String segment = expected.get(i);
            if (segment.startsWith("{")) {
                names.put(segment.substring(1, segment.length() - 1), seen.get(i));
            } else if (!segment.equals(seen.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
