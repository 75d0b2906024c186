package dev.serai.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line chose for everything that a command starts.
 *
 * @param home the folder with {@code routes/ config/ connectors/ transformations/ state/}, absolute
 * @param profile the configuration profile; null when none was named
 * @param overrides configuration of the highest layer, by key: {@code --set}, {@code --port} and {@code --management-port}
 * @param output how results are written
 */
public record Choices(Path home, @Nullable String profile, Map<String, String> overrides, Output output) {

    public Choices {
        overrides = Map.copyOf(overrides);
    }
}
