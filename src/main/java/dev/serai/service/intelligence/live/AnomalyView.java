package dev.serai.service.intelligence.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An anomaly as the management API and notices tell it.
 *
 * @param id its number
 * @param state {@code open}, {@code acknowledged} or {@code ended}
 * @param kind {@code route}, {@code connection} or {@code system}
 * @param subject such as {@code orders/store-order} or {@code orders-db}
 * @param integration the integration of a route; null for a connection and a system
 * @param measure such as {@code latency-p95}
 * @param unit of the numbers; empty for a ratio
 * @param expectedLow the least that was expected
 * @param expectedHigh the most that was expected
 * @param seen what was read first outside
 * @param worst what was read farthest outside
 * @param score how strange it is, 0 to 1
 * @param since when it began
 * @param until when it ended; null while it lasts
 * @param ended how it ended; empty while it lasts
 * @param rhythm what the expected range knew: {@code week}, {@code day}, or {@code none} but the last hours
 * @param message where, what was seen, what was expected
 * @param causes what it may come from, the likeliest first, and what can be done
 * @param acknowledgedBy who has taken note of it; null when nobody has
 * @param acknowledgedAt when
 * @param note what that person says of it
 */
public record AnomalyView(
        long id,
        String state,
        Subject.Kind kind,
        String subject,
        @Nullable String integration,
        String measure,
        String unit,
        double expectedLow,
        double expectedHigh,
        double seen,
        double worst,
        double score,
        Instant since,
        @Nullable Instant until,
        String ended,
        String rhythm,
        String message,
        List<Cause> causes,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String note) {

    private static final double DIGITS = 1e4;

    public AnomalyView {
        causes = List.copyOf(causes);
    }

    public static AnomalyView of(Anomaly one) {
        Anomaly.Acknowledgement taken = one.acknowledgement();
        String integration = one.subject().integration();
        return new AnomalyView(
                one.id(),
                one.isOpen() ? taken == null ? "open" : "acknowledged" : "ended",
                one.subject().kind(),
                one.subject().title(),
                integration.isEmpty() ? null : integration,
                one.measure().word(),
                one.measure().unit(),
                rounded(one.range().low()),
                rounded(one.range().high()),
                rounded(one.seen()),
                rounded(one.worst()),
                rounded(one.score()),
                one.since(),
                one.until(),
                one.end(),
                one.rhythm(),
                one.sentence(),
                one.causes(),
                taken == null ? null : taken.by(),
                taken == null ? null : taken.at(),
                taken == null ? null : taken.note());
    }

    static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
