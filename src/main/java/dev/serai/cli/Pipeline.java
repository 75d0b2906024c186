package dev.serai.cli;

import dev.serai.foundation.IntegrationMode;
import org.jspecify.annotations.Nullable;

/**
 * An integration asked for in one line.
 *
 * @param from endpoint to read from
 * @param to endpoint to write to
 * @param mode how data moves
 * @param name the integration's name; null lets Serai make one from the endpoints
 */
public record Pipeline(
        String from,
        String to,
        IntegrationMode mode,
        @Nullable String name) {}
