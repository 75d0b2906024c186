package dev.serai.service.intelligence.live;

import java.util.Locale;

/** Numbers as people read them. */
final class Quantity {

    private static final double PERCENT = 100;

    private Quantity() {}

    static String of(Measure measure, double value) {
        return measure == Measure.ERROR_RATIO ? rounded(PERCENT * value) + " %" : rounded(value) + " " + measure.unit();
    }

    static String of(Measure measure, Range range) {
        if (!measure.isLowAnAnomaly()) {
            return "up to " + of(measure, range.high());
        }
        return rounded(range.low()) + " to " + of(measure, range.high());
    }

    static String rounded(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 || size == 0 ? "%.0f" : size >= 1 ? "%.1f" : "%.2f", value);
    }
}
