package dev.serai.management.monitoring.alert;

import dev.serai.management.monitoring.alert.Alert.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link AlertSource} sees at one look. Two with the same kind and subject are the same alert, at this look and the next.
 *
 * @param severity how urgent it is
 * @param kind such as {@code stalled}
 * @param subject what it is about, such as {@code orders/store-order}
 * @param integration the integration it concerns; null when it is not about one
 * @param since since when, where that is known; null for the time it was first seen
 * @param message what was seen
 * @param hint what to do
 */
public record Condition(
        Severity severity,
        String kind,
        String subject,
        @Nullable String integration,
        @Nullable Instant since,
        String message,
        String hint) {

    String id() {
        return kind + ":" + subject;
    }
}
