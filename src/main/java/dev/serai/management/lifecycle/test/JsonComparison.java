package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Compares JSON by meaning: the order of members and the spelling of numbers do not count. */
final class JsonComparison {

    private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");
    private static final String ABSENT = "nothing";

    private final boolean partly;

    private JsonComparison(boolean partly) {
        this.partly = partly;
    }

    /** Both say the same. */
    static Optional<Difference> whole(JsonNode expected, JsonNode actual) {
        return new JsonComparison(false).compare("$", expected, actual);
    }

    /** Every member and element that is expected is there, whatever else is. */
    static Optional<Difference> contains(JsonNode expected, JsonNode actual) {
        return new JsonComparison(true).compare("$", expected, actual);
    }

    private Optional<Difference> compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            return members(path, expected, actual);
        }
        if (expected.isArray() && actual.isArray()) {
            return partly ? someElements(path, expected, actual) : elements(path, expected, actual);
        }
        return same(expected, actual)
                ? Optional.empty()
                : Optional.of(new Difference(path, shown(expected), shown(actual)));
    }

    private Optional<Difference> members(String path, JsonNode expected, JsonNode actual) {
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            String inner = member(path, member.getKey());
            Optional<Difference> difference = actual.has(member.getKey())
                    ? compare(inner, member.getValue(), actual.get(member.getKey()))
                    : Optional.of(new Difference(inner, shown(member.getValue()), ABSENT));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return partly ? Optional.empty() : tooMuch(path, expected, actual);
    }

    private static Optional<Difference> tooMuch(String path, JsonNode expected, JsonNode actual) {
        for (Iterator<String> names = actual.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!expected.has(name)) {
                return Optional.of(new Difference(member(path, name), ABSENT, shown(actual.get(name))));
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> elements(String path, JsonNode expected, JsonNode actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String inner = path + "[" + i + "]";
            if (i >= actual.size()) {
                return Optional.of(new Difference(inner, shown(expected.get(i)), ABSENT));
            }
            if (i >= expected.size()) {
                return Optional.of(new Difference(inner, ABSENT, shown(actual.get(i))));
            }
            Optional<Difference> difference = compare(inner, expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> someElements(String path, JsonNode expected, JsonNode actual) {
        return StreamSupport.stream(expected.spliterator(), false)
                .filter(wanted -> StreamSupport.stream(actual.spliterator(), false)
                        .noneMatch(there -> compare(path, wanted, there).isEmpty()))
                .map(missing -> new Difference(path + "[*]", "an element with " + shown(missing), shown(actual)))
                .findFirst();
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private static String member(String path, String name) {
        return PLAIN_NAME.matcher(name).matches() ? path + "." + name : path + "['" + name + "']";
    }

    private static String shown(JsonNode node) {
        return Shown.cut(node.toString());
    }
}
