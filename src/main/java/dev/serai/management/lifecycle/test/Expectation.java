package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages that must arrive.
 *
 * @param at where; {@code reply} for the answer to the message that was given
 * @param count how many
 * @param body what each body must be
 * @param headers headers each must have; a null where there must be none
 * @param status HTTP status of a reply; 0 when it does not matter
 * @param fails text in the message of the failure that the given message must end with; null when it must not fail
 * @param line its line
 * @param column its column
 */
record Expectation(
        EndpointPattern at,
        int count,
        List<BodyRule> body,
        Map<String, JsonNode> headers,
        int status,
        @Nullable String fails,
        int line,
        int column) {

    static final String REPLY = "reply";

    boolean isReply() {
        return at.text().equals(REPLY);
    }

    /** The first thing about a message that is not as expected. */
    Optional<Difference> difference(Arrival arrival) {
        if (status != 0 && status != arrival.status()) {
            return Optional.of(
                    new Difference("status", String.valueOf(status), arrival.status() + arrival.explanation()));
        }
        Optional<Difference> inBody = body.stream()
                .map(rule -> rule.difference(arrival.body()))
                .flatMap(Optional::stream)
                .findFirst();
        return inBody.isPresent() ? inBody : inHeaders(arrival);
    }

    private Optional<Difference> inHeaders(Arrival arrival) {
        return headers.entrySet().stream()
                .map(header -> header(header.getKey(), header.getValue(), arrival))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable Difference header(String name, JsonNode expected, Arrival arrival) {
        Content actual = arrival.headers().get(name);
        if (actual == null) {
            return expected.isNull() ? null : new Difference("header " + name, expected.toString(), "no such header");
        }
        boolean equal = JsonComparison.whole(expected, actual.value()).isEmpty()
                || expected.asText().equals(actual.text());
        return equal
                ? null
                : new Difference(
                        "header " + name, expected.toString(), actual.value().toString());
    }
}
