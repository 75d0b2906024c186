package dev.serai.foundation.configuration;

import dev.serai.foundation.ConfigurationLayer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of one source.
 *
 * @param rank the layer it belongs to
 * @param values value by key
 */
record Layer(ConfigurationLayer rank, Map<String, ConfiguredValue> values) {

    /** A layer whose values stand in no file. */
    static Layer of(ConfigurationLayer rank, Map<String, String> values, Function<String, String> sourceOfKey) {
        Map<String, ConfiguredValue> placed = new LinkedHashMap<>();
        values.forEach(
                (key, value) -> placed.put(key, new ConfiguredValue(rank, key, value, sourceOfKey.apply(key), 0)));
        return new Layer(rank, placed);
    }

    Optional<ConfiguredValue> find(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
