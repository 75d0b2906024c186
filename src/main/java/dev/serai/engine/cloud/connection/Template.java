package dev.serai.engine.cloud.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills parameters into the texts of a connector.
 *
 * @param values value by parameter
 */
record Template(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\?)?([\\w.-]+)}}");

    /** The same with one value more. */
    Template with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new Template(more);
    }

    /**
     * @return the text with {@code {{parameter}}} replaced; empty when it holds {@code {{?parameter}}} and that has no value
     */
    Optional<String> fill(String text) {
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String value = values.get(placeholder.group(2));
            if (placeholder.group(1) != null && (value == null || value.isEmpty())) {
                return Optional.empty();
            }
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(value == null ? "" : value));
        }
        return Optional.of(placeholder.appendTail(filled).toString());
    }
}
