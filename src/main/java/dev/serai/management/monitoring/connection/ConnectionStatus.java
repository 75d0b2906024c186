package dev.serai.management.monitoring.connection;

import java.time.Instant;
import java.util.List;
import org.apache.camel.health.HealthCheck.State;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is.
 *
 * @param name its name
 * @param connector its kind
 * @param title the kind's name for people
 * @param health UNKNOWN until it was used or tested
 * @param latencyMillis how long the last call took; null before the first
 * @param lastSuccess when a call was last answered; null before the first
 * @param lastFailure when a call last failed, also by the message's own fault; null when none did
 * @param error why it is down, secrets masked; null while it is not
 * @param usedBy the integrations whose running version uses it
 */
public record ConnectionStatus(
        String name,
        String connector,
        String title,
        State health,
        @Nullable Long latencyMillis,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String error,
        List<String> usedBy) {

    public ConnectionStatus {
        usedBy = List.copyOf(usedBy);
    }

    /** Whether a message would fail there now. */
    public boolean doesNotAnswer() {
        return health == State.DOWN;
    }
}
