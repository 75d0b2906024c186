package dev.serai.foundation;

import java.util.Map;
import java.util.TreeMap;

/**
 * Values for one layer of the configuration; every change gives a new object.
 *
 * @param layer the layer the values belong to
 * @param values value by key
 */
public record ConfigurationValues(ConfigurationLayer layer, Map<String, String> values) {

    public ConfigurationValues {
        values = Map.copyOf(values);
    }

    /**
     * @param key such as {@code orders.inbox}; a {@code serai.} key is checked when the layer is used
     * @param value as it would stand in a properties file; references such as {@code {{env:NAME}}} stay references
     */
    public ConfigurationValues set(String key, String value) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a configuration key is blank; expected a name such as orders.inbox");
        }
        Map<String, String> more = new TreeMap<>(values);
        more.put(key, value);
        return new ConfigurationValues(layer, more);
    }
}
