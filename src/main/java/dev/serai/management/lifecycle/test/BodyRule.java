package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is expected of a body. */
sealed interface BodyRule {

    Optional<Difference> difference(Content actual);

    /** The whole body, as JSON when it is JSON. */
    record Whole(Content expected) implements BodyRule {
        @Override
        public Optional<Difference> difference(Content actual) {
            return expected.json() != null
                    ? JsonComparison.whole(expected.value(), actual.value())
                    : TextComparison.whole(expected.text(), actual.text());
        }
    }

    /** A part: members of an object, elements of a list, a piece of text. */
    record Contains(Content expected) implements BodyRule {
        @Override
        public Optional<Difference> difference(Content actual) {
            return expected.json() != null
                    ? JsonComparison.contains(expected.value(), actual.value())
                    : TextComparison.contains(expected.text(), actual.text());
        }
    }

    /** A regular expression that matches the whole text. */
    record Matches(Pattern pattern) implements BodyRule {
        @Override
        public Optional<Difference> difference(Content actual) {
            return pattern.matcher(actual.text()).matches()
                    ? Optional.empty()
                    : Optional.of(new Difference(
                            "body", "a match of /" + pattern + "/", TextComparison.quoted(actual.text())));
        }
    }

    /** The value at a JSON path; {@code null} where nothing may be. */
    record At(JsonPath path, JsonNode expected) implements BodyRule {

        private static final Configuration JACKSON = Configuration.builder()
                .jsonProvider(new JacksonJsonNodeJsonProvider())
                .mappingProvider(new JacksonMappingProvider())
                .build();

        @Override
        public Optional<Difference> difference(Content actual) {
            Optional<JsonNode> found = read(actual.value());
            if (found.isEmpty()) {
                return expected.isNull()
                        ? Optional.empty()
                        : Optional.of(new Difference(path.getPath(), expected.toString(), "nothing"));
            }
            return JsonComparison.whole(expected, found.get())
                    .map(inner -> new Difference(
                            path.getPath() + inner.path().substring(1), inner.expected(), inner.actual()));
        }

        private Optional<JsonNode> read(JsonNode body) {
            try {
                return Optional.ofNullable(path.read(body, JACKSON));
            } catch (JsonPathException e) {
                return Optional.empty();
            }
        }
    }
}
