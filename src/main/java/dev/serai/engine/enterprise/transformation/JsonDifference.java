package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The first place at which two JSON documents differ. Numbers are equal when their values are: 1.50 is 1.5. */
final class JsonDifference {

    private JsonDifference() {}

    /** A sentence such as {@code $.price: expected 9.90, was "9.90"}; empty when they are equal. */
    static Optional<String> first(JsonNode expected, JsonNode actual) {
        return first("$", expected, actual);
    }

    private static Optional<String> first(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            return fields(path, expected, actual);
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            return IntStream.range(0, expected.size())
                    .mapToObj(i -> first(path + "[" + i + "]", expected.get(i), actual.get(i)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return isEqual(expected, actual)
                ? Optional.empty()
                : Optional.of(path + ": expected " + shown(expected) + ", was " + shown(actual));
    }

    private static Optional<String> fields(String path, JsonNode expected, JsonNode actual) {
        Set<String> names = new LinkedHashSet<>();
        add(names, expected.fieldNames());
        add(names, actual.fieldNames());
        return names.stream()
                .map(name -> first(path + "." + name, field(expected, name), field(actual, name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static void add(Set<String> names, Iterator<String> more) {
        more.forEachRemaining(names::add);
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        return field == null ? MissingNode.getInstance() : field;
    }

    private static boolean isEqual(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
