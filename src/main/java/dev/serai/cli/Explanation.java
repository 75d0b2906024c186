package dev.serai.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a configuration key gets its value.
 *
 * @param key the key
 * @param value the value that wins, secrets as dots; null when no layer has one
 * @param description what the key means; empty for a key that is not Serai's own
 * @param layers every layer that has a value, lowest first
 */
public record Explanation(String key, @Nullable String value, String description, List<Layer> layers) {

    public Explanation {
        layers = List.copyOf(layers);
    }

    /**
     * @param layer the layer's name, such as {@code profile file}
     * @param place where the value stands, such as {@code config/application.properties:3}; empty when it has no place
     * @param value its value, secrets as dots
     * @param wins whether this value is the one that counts
     */
    public record Layer(String layer, String place, String value, boolean wins) {}
}
