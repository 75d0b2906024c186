package dev.serai.service.intelligence.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last readings of a series, the oldest first, with the range in which each was expected.
 *
 * @param bucketSeconds how far two readings lie apart at least
 * @param points the readings
 */
public record Chart(double bucketSeconds, List<Dot> points) {

    /**
     * A reading.
     *
     * @param at when its bucket ended
     * @param value what was read
     * @param low the least that was expected; null when nothing was known
     * @param high the most that was expected; null when nothing was known
     * @param score what the detector gave it, 0 to 1
     */
    public record Dot(
            Instant at,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            double score) {

        static Dot of(Point point) {
            boolean known = !Double.isInfinite(point.range().high());
            return new Dot(
                    Instant.ofEpochMilli(point.epochMilli()),
                    AnomalyView.rounded(point.value()),
                    known ? AnomalyView.rounded(point.range().low()) : null,
                    known ? AnomalyView.rounded(point.range().high()) : null,
                    AnomalyView.rounded(point.score()));
        }
    }

    public Chart {
        points = List.copyOf(points);
    }

    static Chart of(Duration bucket, List<Point> points) {
        return new Chart(bucket.toMillis() / 1e3, points.stream().map(Dot::of).toList());
    }
}
