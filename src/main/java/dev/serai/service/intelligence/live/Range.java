package dev.serai.service.intelligence.live;

/**
 * Where a reading is expected.
 *
 * @param low the least
 * @param high the most
 */
public record Range(double low, double high) {

    /** Nothing is known yet. */
    static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    Range and(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    double nearest(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
