package dev.serai.service.intelligence.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure that is, or was, not where it was expected.
 *
 * @param id its number
 * @param subject what was watched
 * @param measure what was measured
 * @param range where it was expected when it began
 * @param seen what was read first outside
 * @param worst what was read farthest outside
 * @param score how strange the detector found it at most, 0 to 1
 * @param since when the first reading outside began
 * @param until when it ended; null while it lasts
 * @param end how it ended; empty while it lasts
 * @param rhythm what the expected range knew: {@code week}, {@code day}, or {@code none} but the last hours
 * @param causes what it may come from, the likeliest first; never empty
 * @param acknowledgement who has taken note of it; null when nobody has
 */
public record Anomaly(
        long id,
        Subject subject,
        Measure measure,
        Range range,
        double seen,
        double worst,
        double score,
        Instant since,
        @Nullable Instant until,
        String end,
        String rhythm,
        List<Cause> causes,
        @Nullable Acknowledgement acknowledgement) {

    /**
     * A person has taken note of it.
     *
     * @param by who
     * @param at when
     * @param note what that person says of it; may be empty
     */
    public record Acknowledgement(String by, Instant at, String note) {}

    public Anomaly {
        causes = List.copyOf(causes);
    }

    /** Whether it lasts. */
    public boolean isOpen() {
        return until == null;
    }

    /** In one sentence: where, what was seen, what was expected. */
    public String sentence() {
        return subject.title() + ": " + measure.word() + " is " + Quantity.of(measure, worst) + "; expected "
                + Quantity.of(measure, range);
    }

    Anomaly numbered(long number) {
        return new Anomaly(
                number,
                subject,
                measure,
                range,
                seen,
                worst,
                score,
                since,
                until,
                end,
                rhythm,
                causes,
                acknowledgement);
    }

    Anomaly lasting(double value, double strangeness) {
        boolean farther = range.nearest(value) != value
                && Math.abs(value - range.nearest(value)) > Math.abs(worst - range.nearest(worst));
        return new Anomaly(
                id,
                subject,
                measure,
                range,
                seen,
                farther ? value : worst,
                Math.max(score, strangeness),
                since,
                until,
                end,
                rhythm,
                causes,
                acknowledgement);
    }

    Anomaly with(List<Cause> found) {
        return new Anomaly(
                id, subject, measure, range, seen, worst, score, since, until, end, rhythm, found, acknowledgement);
    }

    Anomaly ended(Instant at, String how) {
        return new Anomaly(
                id, subject, measure, range, seen, worst, score, since, at, how, rhythm, causes, acknowledgement);
    }

    Anomaly acknowledged(Acknowledgement taken) {
        return new Anomaly(id, subject, measure, range, seen, worst, score, since, until, end, rhythm, causes, taken);
    }
}
