package dev.serai.foundation.configuration;

import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.Finding;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/** A properties file that remembers on which line each key stands; otherwise read as java.util.Properties reads it. */
final class PropertiesFile {

    private final String place;
    private final ConfigurationLayer layer;
    private final Consumer<Finding> problems;
    private final Map<String, ConfiguredValue> values = new LinkedHashMap<>();

    private PropertiesFile(String place, ConfigurationLayer layer, Consumer<Finding> problems) {
        this.place = place;
        this.layer = layer;
        this.problems = problems;
    }

    /**
     * @param place file as findings name it
     * @param text its content
     * @param problems told of lines that cannot be read, and of {@code serai.} keys that stand twice
     */
    static Layer read(String place, String text, ConfigurationLayer layer, Consumer<Finding> problems) {
        PropertiesFile file = new PropertiesFile(place, layer, problems);
        file.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return new Layer(layer, file.values);
    }

    private void read(String text) {
        List<String> lines = text.lines().toList();
        for (int first = 0; first < lines.size(); first++) {
            int last = isComment(lines.get(first)) ? first : lastOf(lines, first);
            read(String.join("\n", lines.subList(first, last + 1)), first + 1);
            first = last;
        }
    }

    /** The last natural line of the logical line: a backslash at the end continues it. */
    private static int lastOf(List<String> lines, int first) {
        int last = first;
        while (last + 1 < lines.size() && continues(lines.get(last))) {
            last++;
        }
        return last;
    }

    private static boolean continues(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    private void read(String logicalLine, int line) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(logicalLine));
        } catch (IllegalArgumentException e) {
            problems.accept(Finding.error(
                    place,
                    line,
                    0,
                    Configuration.UNREADABLE_LINE,
                    "the line holds a broken \\uXXXX escape",
                    "write it with four hex digits"));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        one.forEach(
                (key, value) -> add(new ConfiguredValue(layer, (String) key, ((String) value).trim(), place, line)));
    }

    private void add(ConfiguredValue value) {
        ConfiguredValue before = values.put(value.key(), value);
        if (before != null && value.key().startsWith("serai.")) {
            problems.accept(value.finding(
                    "key \"" + value.key() + "\" stands twice, first on line " + before.line(), "remove one of them"));
        }
    }
}
