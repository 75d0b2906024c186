package dev.serai.foundation.configuration;

import java.util.List;
import java.util.Optional;

/**
 * Where the value of a key comes from.
 *
 * @param key the key
 * @param meaning what it decides; empty when Serai does not know the key
 * @param values the value of each layer that has one, lowest first; secrets masked
 */
public record Explanation(String key, String meaning, List<ConfiguredValue> values) {

    public Explanation {
        values = List.copyOf(values);
    }

    /** The value that counts; empty when no layer has one. */
    public Optional<ConfiguredValue> winner() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
