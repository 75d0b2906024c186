package dev.serai.management.monitoring.connection;

import dev.serai.foundation.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What came of the newest change of a connection's file while Serai ran.
 *
 * @param accepted whether the connection is in force as its file says; otherwise it goes on as it was
 * @param at when it was decided
 * @param findings what is wrong, and what to do
 * @param switched the integrations that were moved to it
 */
public record ConnectionChange(boolean accepted, Instant at, List<Finding> findings, List<String> switched) {

    public ConnectionChange {
        findings = List.copyOf(findings);
        switched = List.copyOf(switched);
    }

    public static ConnectionChange refused(List<Finding> findings) {
        return new ConnectionChange(false, Instant.now(), findings, List.of());
    }

    public static ConnectionChange accepted(List<Finding> findings, List<String> switched) {
        return new ConnectionChange(true, Instant.now(), findings, switched);
    }
}
