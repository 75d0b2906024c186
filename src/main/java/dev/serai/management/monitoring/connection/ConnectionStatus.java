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
 * @param circuit how its circuit stands: closed, open or half-open; null when it has none
 * @param change what came of the newest change of its file while Serai ran; null when there was none
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
        List<String> usedBy,
        @Nullable String circuit,
        @Nullable ConnectionChange change) {

    public ConnectionStatus {
        usedBy = List.copyOf(usedBy);
    }

    /** Of one whose file did not change. */
    public ConnectionStatus(
            String name,
            String connector,
            String title,
            State health,
            @Nullable Long latencyMillis,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String error,
            List<String> usedBy) {
        this(name, connector, title, health, latencyMillis, lastSuccess, lastFailure, error, usedBy, null, null);
    }

    /** Of one that is not there, as its first file was refused. */
    static ConnectionStatus missing(String name, ConnectionChange refused) {
        return new ConnectionStatus(name, "", "", State.UNKNOWN, null, null, null, null, List.of(), null, refused);
    }

    ConnectionStatus with(@Nullable String state, @Nullable ConnectionChange newest) {
        boolean left = "open".equals(state);
        return new ConnectionStatus(
                name,
                connector,
                title,
                left ? State.DOWN : health,
                latencyMillis,
                lastSuccess,
                lastFailure,
                left && error == null ? "its circuit is open: too many of the last calls failed" : error,
                usedBy,
                state,
                newest);
    }

    /** Whether a message would fail there now. */
    public boolean doesNotAnswer() {
        return health == State.DOWN;
    }
}
