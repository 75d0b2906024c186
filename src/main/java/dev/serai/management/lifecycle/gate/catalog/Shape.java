package dev.serai.management.lifecycle.gate.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What Camel's YAML schema allows at one point of a file.
 *
 * @param type name of the definition; empty when the schema has none
 * @param kind what kind of value stands here
 * @param inline whether a text may stand for the whole object
 * @param fields the keys of an object
 * @param closed whether other keys are refused
 * @param required keys that must be there
 * @param choices groups of keys of which one at most may be there
 * @param mandatory groups of which one must be there
 * @param single whether the object has one key only
 * @param items what the items of a list are
 * @param enums the values that are allowed; empty when all are
 */
public record Shape(
        String type,
        Kind kind,
        boolean inline,
        Map<String, Supplier<Shape>> fields,
        boolean closed,
        Set<String> required,
        List<Set<String>> choices,
        List<Set<String>> mandatory,
        boolean single,
        Supplier<Shape> items,
        List<String> enums) {

    /** The kinds of values of the schema. */
    public enum Kind {
        OBJECT("a mapping"),
        ARRAY("a list"),
        STRING("a text"),
        BOOLEAN("true or false"),
        NUMBER("a number"),
        ANY("anything");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind as a person would call it. */
        public String words() {
            return words;
        }
    }
}
