package dev.serai.foundation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a connector.
 *
 * @param name in kebab-case
 * @param type what its text must look like
 * @param description what it decides
 * @param defaultValue as it would be written; null when there is none
 * @param required whether a connection must set it
 * @param secret whether it is written as a reference and never shown
 * @param unit such as {@code connections}; empty when there is none
 * @param example as it would be written; empty when the default is one
 */
public record Parameter(
        String name,
        Type type,
        String description,
        @Nullable String defaultValue,
        boolean required,
        boolean secret,
        String unit,
        String example) {

    /** What the text of a parameter must look like. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN;

        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean accepts(String text) {
            return switch (this) {
                case STRING -> true;
                case INTEGER -> text.matches("[+-]?\\d{1,18}");
                case NUMBER -> text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
                case BOOLEAN -> text.equals("true") || text.equals("false");
            };
        }
    }
}
