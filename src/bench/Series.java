package bench;

import java.util.ArrayList;
import java.util.List;

/** Measured values of one thing. */
final class Series {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return percentile(50);
    }

    double percentile(double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * percent / 100)));
    }
}
