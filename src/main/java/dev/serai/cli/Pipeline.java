package dev.serai.cli;

import dev.serai.foundation.IntegrationMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An integration asked for in one line.
 *
 * @param from endpoint to read from
 * @param to endpoints to write to; several for mode {@code INTELLIGENT}
 * @param mode how data moves
 * @param name the integration's name; null lets Serai make one from the endpoints
 */
public record Pipeline(
        String from,
        List<String> to,
        IntegrationMode mode,
        @Nullable String name) {

    public Pipeline {
        to = List.copyOf(to);
    }
}
