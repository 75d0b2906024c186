package dev.serai.management.monitoring.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at now.
 *
 * @param id stays the same for as long as it lasts
 * @param severity how urgent it is
 * @param kind such as {@code stalled}
 * @param subject what it is about
 * @param integration the integration it concerns; null when it is not about one
 * @param since since when
 * @param message what was seen
 * @param hint what to do
 */
public record Alert(
        String id,
        Severity severity,
        String kind,
        String subject,
        @Nullable String integration,
        Instant since,
        String message,
        String hint) {

    /** How urgent, by the words of the management API, the worst first. */
    public enum Severity {
        /** Messages are lost, or wait, or nothing works. */
        critical,
        /** Something is broken and something else still carries it. */
        warning,
        /** Somebody should know. */
        info
    }
}
