package dev.serai.foundation.settings;

import java.util.Arrays;
import java.util.List;

/**
 * Libraries that an integration asks for, {@code serai.packs}.
 *
 * @param names see {@link #NAMES}
 */
public record PackSettings(List<String> names) {

    public static final Key<String> NAMES = Key.of(
                    "serai.packs",
                    Kind.TEXT,
                    "",
                    "Packs whose classes the integration's Java files see, separated by commas, such as kafka,jms",
                    "Those of the connections and schemes that its routes name are seen without it")
            .forIntegrations();

    public static final List<Key<?>> KEYS = List.of(NAMES);

    public PackSettings {
        names = List.copyOf(names);
    }

    /** What stands behind the key. */
    public static PackSettings of(String text) {
        return new PackSettings(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }
}
