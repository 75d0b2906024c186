package dev.serai.foundation;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The optional {@code integration.yaml} beside the route.
 *
 * @param owner who answers for it; empty when not told
 * @param description what it does, in a sentence; empty when not told
 * @param labels free key-value pairs
 * @param mode how it moves data
 * @param drain how long a switch waits for exchanges in flight; null for the runtime's default
 * @param critical whether the node is not ready while this integration is not healthy
 */
public record Metadata(
        String owner,
        String description,
        Map<String, String> labels,
        IntegrationMode mode,
        @Nullable Duration drain,
        boolean critical) {

    public static final Metadata NONE = new Metadata("", "", Map.of(), IntegrationMode.DIRECT, null, false);

    public Metadata {
        labels = Map.copyOf(labels);
    }
}
