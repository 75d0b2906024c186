package dev.serai.management.lifecycle.pipeline;

import dev.serai.foundation.IntegrationMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a pipeline trades resources for speed. A setting that a mode has no use for is refused, not ignored.
 *
 * @param concurrency messages worked on at once, default 1; above 1 their order is not kept. Not in {@code STREAMING}
 * @param batchSize messages in a group, default 100. Only in {@code BATCH}
 * @param batchInterval longest time a group is collected, default 1s. Only in {@code BATCH}
 * @param maxInFlight messages between source and target at once, default 100; the source waits beyond it. Only in {@code STREAMING}
 * @param compression whether bodies are compressed with gzip before they are delivered, default off
 */
public record Optimization(
        int concurrency, int batchSize, Duration batchInterval, int maxInFlight, boolean compression) {

    /** One message at a time, groups of 100 or of one second, 100 in flight, no compression. */
    public static final Optimization NONE = new Optimization(1, 100, Duration.ofSeconds(1), 100, false);

    private static final int MOST_THREADS = 1000;

    public Optimization withConcurrency(int messages) {
        return new Optimization(messages, batchSize, batchInterval, maxInFlight, compression);
    }

    public Optimization withBatch(int size, Duration interval) {
        return new Optimization(concurrency, size, interval, maxInFlight, compression);
    }

    public Optimization withMaxInFlight(int messages) {
        return new Optimization(concurrency, batchSize, batchInterval, messages, compression);
    }

    public Optimization withCompression() {
        return new Optimization(concurrency, batchSize, batchInterval, maxInFlight, true);
    }

    /** What is impossible, or of no effect in the mode. */
    List<String> problems(IntegrationMode mode) {
        List<String> problems = new ArrayList<>();
        if (concurrency < 1 || concurrency > MOST_THREADS) {
            problems.add("concurrency is " + concurrency + "; expected 1 to " + MOST_THREADS);
        }
        if (batchSize < 1) {
            problems.add("batch size is " + batchSize + "; expected at least 1");
        }
        if (batchInterval.toMillis() < 1) {
            problems.add("batch interval is " + batchInterval.toMillis() + " ms; expected at least 1 ms");
        }
        if (maxInFlight < 1) {
            problems.add("max in flight is " + maxInFlight + "; expected at least 1");
        }
        problems.addAll(withoutEffect(mode));
        return problems;
    }

    private List<String> withoutEffect(IntegrationMode mode) {
        List<String> problems = new ArrayList<>();
        boolean batched = batchSize != NONE.batchSize || !batchInterval.equals(NONE.batchInterval);
        if (batched && mode != IntegrationMode.BATCH) {
            problems.add("batch size and interval have no effect in mode " + mode + "; leave them out, or use BATCH");
        }
        if (maxInFlight != NONE.maxInFlight && mode != IntegrationMode.STREAMING) {
            problems.add("max in flight has no effect in mode " + mode + "; leave it out, or use STREAMING");
        }
        if (concurrency > 1 && mode == IntegrationMode.STREAMING) {
            problems.add("mode STREAMING keeps the order, so concurrency must be 1; leave it out, or use DIRECT");
        }
        return problems;
    }
}
