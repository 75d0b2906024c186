package dev.serai.engine.enterprise.http;

import dev.serai.foundation.Latencies;
import java.util.Arrays;

/**
 * What a version answered.
 *
 * @param latencies by bucket, as {@link Latencies} counts them
 * @param failed how many were answered with a status from 500 up, or not at all
 * @param nanos the sum of all durations
 */
public record AnswerCounts(long[] latencies, long failed, long nanos) {

    private static final double PERCENTILE = 95;

    /** All that was answered, or given up. */
    public long requests() {
        return Arrays.stream(latencies).sum();
    }

    /** From 0 to 1; 0 when nothing was answered. */
    public double failureRatio() {
        long requests = requests();
        return requests == 0 ? 0 : (double) failed / requests;
    }

    /** What 95 per cent of the requests stay below. */
    public double p95Millis() {
        return Latencies.percentileMillis(latencies, PERCENTILE);
    }

    /** What came to it since an earlier look. */
    public AnswerCounts since(AnswerCounts earlier) {
        long[] later = latencies.clone();
        for (int bucket = 0; bucket < later.length; bucket++) {
            later[bucket] -= earlier.latencies[bucket];
        }
        return new AnswerCounts(later, failed - earlier.failed, nanos - earlier.nanos);
    }
}
