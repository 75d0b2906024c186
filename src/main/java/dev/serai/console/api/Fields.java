package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of a JSON object that a caller sent; unknown ones are refused. */
final class Fields {

    private static final String SEE = "see /api/v1/openapi.yaml for the expected shape";

    private final JsonNode body;

    private Fields(JsonNode body) {
        this.body = body;
    }

    static Fields of(Call call, String... known) throws IOException {
        JsonNode body = Wire.read(call.body());
        if (!body.isObject()) {
            throw Problem.badRequest("the body is no JSON object", SEE);
        }
        body.fieldNames().forEachRemaining(seen -> {
            if (!List.of(known).contains(seen)) {
                throw Problem.badRequest(
                        "the field \"" + seen + "\" is unknown",
                        Hint.nearest(seen, List.of(known), "this call knows " + String.join(", ", known)));
            }
        });
        return new Fields(body);
    }

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    Optional<String> text(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!body.path(field).isTextual()) {
            throw Problem.badRequest("the field " + field + " is no text", SEE);
        }
        return Optional.of(body.path(field).asText());
    }

    String required(String field) {
        return text(field).orElseThrow(() -> Problem.badRequest("the field " + field + " is missing", SEE));
    }

    Set<Role> roles() {
        return words("roles", Role.class, Role::ofWord, "viewer, operator, deployer or admin");
    }

    Set<Permission> permissions() {
        return words(
                "permissions",
                Permission.class,
                Permission::ofWord,
                "view, read-messages, operate, deploy, audit or administer");
    }

    private <E extends Enum<E>> Set<E> words(
            String field, Class<E> type, Function<String, Optional<E>> read, String expected) {
        Set<E> seen = EnumSet.noneOf(type);
        if (has(field) && !body.path(field).isArray()) {
            throw Problem.badRequest("the field " + field + " is no list", SEE);
        }
        body.path(field)
                .forEach(word -> seen.add(read.apply(word.asText())
                        .orElseThrow(() -> Problem.badRequest(
                                "\"" + word.asText() + "\" in " + field + " is unknown", "expected " + expected))));
        return seen;
    }
}
