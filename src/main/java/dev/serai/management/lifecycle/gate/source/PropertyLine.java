package dev.serai.management.lifecycle.gate.source;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a properties file.
 *
 * @param key its key, escapes resolved
 * @param value its value, escapes resolved
 * @param line the line it begins in, from 1
 * @param fault what is wrong with its escapes; empty when nothing is
 */
public record PropertyLine(String key, String value, int line, String fault) {

    /** The entries of a file in their order, duplicates and faulty ones included. */
    public static List<PropertyLine> read(String text) {
        List<PropertyLine> entries = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].stripLeading();
            int first = i;
            while (continues(line) && i + 1 < lines.length && !line.startsWith("#") && !line.startsWith("!")) {
                line = line.substring(0, line.length() - 1) + lines[++i].stripLeading();
            }
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
                entries.add(entry(line, first + 1));
            }
        }
        return entries;
    }

    private static boolean continues(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static PropertyLine entry(String line, int number) {
        java.util.Properties one = new java.util.Properties();
        try {
            one.load(new java.io.StringReader(line));
        } catch (IllegalArgumentException e) {
            return new PropertyLine("", "", number, "a \\u is not followed by four hexadecimal digits");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return one.stringPropertyNames().stream()
                .findFirst()
                .map(key -> new PropertyLine(key, one.getProperty(key), number, ""))
                .orElse(new PropertyLine("", "", number, ""));
    }
}
