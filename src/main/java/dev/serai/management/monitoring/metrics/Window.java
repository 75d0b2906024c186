package dev.serai.management.monitoring.metrics;

import dev.serai.foundation.Latencies;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The last five minutes of one integration, in steps; the rates and percentiles that a person is shown are those of the last minute. */
final class Window {

    static final int STEP_SECONDS = 5;
    static final int STEPS = 60;
    private static final int MINUTE = 12;

    private final double[] perSecond = new double[STEPS];
    private final double[] failedPerSecond = new double[STEPS];
    private final double[] p95Millis = new double[STEPS];
    private final Step[] minute = new Step[MINUTE];
    private long[] seen = new long[0];
    private long seenTotal;
    private long seenFailed;
    private long seenNanos;
    private int steps;

    /** What one step brought; latencies is empty when it brought nothing, as most steps of most integrations do. */
    private record Step(long total, long failed, long nanos, long[] latencies) {
        static final Step NOTHING = new Step(0, 0, 0, new long[0]);
    }

    /** What the last minute brought. */
    record Minute(double perSecond, double errorRatio, double meanMillis, long[] latencies) {}

    Window() {
        Arrays.fill(minute, Step.NOTHING);
    }

    /**
     * Ends a step.
     *
     * @param latencies durations by bucket, since the beginning
     * @param failed failures since the beginning
     * @param nanos all durations together
     */
    synchronized void add(long[] latencies, long failed, long nanos) {
        long total = Arrays.stream(latencies).sum();
        Step step = total == seenTotal
                ? Step.NOTHING
                : new Step(total - seenTotal, failed - seenFailed, nanos - seenNanos, difference(latencies));
        if (total != seenTotal) {
            seen = latencies;
            seenTotal = total;
            seenFailed = failed;
            seenNanos = nanos;
        }
        minute[steps % MINUTE] = step;
        int at = steps % STEPS;
        perSecond[at] = (double) step.total / STEP_SECONDS;
        failedPerSecond[at] = (double) step.failed / STEP_SECONDS;
        p95Millis[at] = Latencies.percentileMillis(step.latencies, 95);
        steps++;
    }

    private long[] difference(long[] latencies) {
        long[] difference = latencies.clone();
        for (int bucket = 0; bucket < seen.length; bucket++) {
            difference[bucket] -= seen[bucket];
        }
        return difference;
    }

    synchronized Minute minute() {
        long[] latencies = new long[Latencies.BUCKETS];
        long total = 0;
        long failed = 0;
        long nanos = 0;
        for (Step step : minute) {
            total += step.total;
            failed += step.failed;
            nanos += step.nanos;
            for (int bucket = 0; bucket < step.latencies.length; bucket++) {
                latencies[bucket] += step.latencies[bucket];
            }
        }
        double seconds = Math.max(1, Math.min(steps, MINUTE)) * (double) STEP_SECONDS;
        return new Minute(
                total / seconds,
                total == 0 ? 0 : (double) failed / total,
                total == 0 ? 0 : (double) nanos / total / TimeUnit.MILLISECONDS.toNanos(1),
                latencies);
    }

    synchronized IntegrationTraffic.Series series() {
        return new IntegrationTraffic.Series(
                STEP_SECONDS, oldestFirst(perSecond), oldestFirst(failedPerSecond), oldestFirst(p95Millis));
    }

    private double[] oldestFirst(double[] ring) {
        double[] ordered = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            ordered[i] = Rounded.of(ring[(steps + i) % STEPS]);
        }
        return ordered;
    }
}
