package dev.serai.service.intelligence.live;

import dev.serai.foundation.Latencies;
import java.util.EnumMap;
import java.util.Map;

/**
 * Makes readings of what buckets brought. A ratio, a time or a size of few messages says little: they are gathered over buckets until there are
 * enough. Nothing is read before the first message.
 */
final class Gathered {

    private final double bucketSeconds;
    private boolean begun;
    private double silent;
    private long total;
    private long judged;
    private long lost;
    private long bytes;
    private long sized;
    private long[] latencies = new long[Latencies.BUCKETS];

    Gathered(double bucketSeconds) {
        this.bucketSeconds = bucketSeconds;
    }

    boolean hasBegun() {
        return begun;
    }

    Map<Measure, Double> readings(Moved moved) {
        Map<Measure, Double> readings = new EnumMap<>(Measure.class);
        begun |= moved.total() > 0 || moved.waiting() > 0;
        if (!begun) {
            return readings;
        }
        silent = moved.total() > 0 ? 0 : silent + bucketSeconds;
        readings.put(Measure.SILENCE, silent);
        readings.put(Measure.THROUGHPUT, moved.total() / bucketSeconds);
        if (!Double.isNaN(moved.waiting())) {
            readings.put(Measure.QUEUE_LAG, moved.waiting());
        }
        gather(moved);
        perMessage(readings);
        return readings;
    }

    private void gather(Moved moved) {
        total += moved.total();
        judged += moved.total();
        lost += moved.lost();
        bytes += moved.bytes();
        sized += moved.sized();
        if (moved.total() > 0) {
            latencies = Moved.sum(latencies, moved.latencies(), 1);
        }
    }

    private void perMessage(Map<Measure, Double> readings) {
        if (sized >= Measure.FEWEST) {
            readings.put(Measure.MESSAGE_SIZE, (double) bytes / sized);
            bytes = 0;
            sized = 0;
        }
        if (judged >= Measure.FEWEST_OF_ERRORS) {
            readings.put(Measure.ERROR_RATIO, Math.min(1, (double) lost / judged));
            judged = 0;
            lost = 0;
        }
        if (total >= Measure.FEWEST) {
            readings.put(Measure.LATENCY_P50, Latencies.percentileMillis(latencies, 50));
            readings.put(Measure.LATENCY_P95, Latencies.percentileMillis(latencies, 95));
            total = 0;
            latencies = new long[Latencies.BUCKETS];
        }
    }
}
