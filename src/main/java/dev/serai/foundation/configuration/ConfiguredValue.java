package dev.serai.foundation.configuration;

import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.Finding;

/**
 * A value as a layer has it.
 *
 * @param layer the layer
 * @param key its key
 * @param value its text, references not resolved; in an {@link Explanation} secrets are masked
 * @param source where it was written: a file relative to the home folder, or words such as {@code --set}
 * @param line line in the file, from 1; 0 when the source is no file
 */
public record ConfiguredValue(ConfigurationLayer layer, String key, String value, String source, int line) {

    /** The place a person can go to: {@code config/application.properties:3}. */
    public String place() {
        return line == 0 ? source : source + ":" + line;
    }

    Finding finding(String message, String hint) {
        return Finding.error(source, line, 0, "configuration", message, hint);
    }
}
