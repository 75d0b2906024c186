package dev.serai.management.monitoring.flow;

import dev.serai.foundation.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Messages that took one way: how many, how many failed, and when the last one did. Counting costs two additions and a look at the clock. */
public final class Flow {

    private final LongAdder total = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final @Nullable Latencies latencies;
    private final Samples samples = new Samples();
    private volatile long succeededAt;
    private volatile long failedAt;
    private volatile long lastMillis;
    private volatile String lastError = "";

    /** One whose messages are only counted. */
    Flow() {
        latencies = null;
    }

    private Flow(Latencies latencies) {
        this.latencies = latencies;
    }

    /** One whose messages are timed, too. */
    static Flow timed() {
        return new Flow(new Latencies());
    }

    /** A message that got through. */
    void succeeded(long millis) {
        count(millis);
        succeededAt = System.currentTimeMillis();
    }

    /** @param error what went wrong, without payload */
    void failed(long millis, String error) {
        count(millis);
        failed.increment();
        lastError = error;
        failedAt = System.currentTimeMillis();
    }

    private void count(long millis) {
        total.increment();
        lastMillis = millis;
        if (latencies != null) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    /** A message that was counted, or will be, and that turned out to have failed. */
    void failedToo() {
        failed.increment();
        failedAt = System.currentTimeMillis();
    }

    /** Notes where the counters stand, for the rates. */
    void sample(Instant now) {
        samples.add(now, total.sum(), failed.sum());
    }

    public long total() {
        return total.sum();
    }

    public long failed() {
        return failed.sum();
    }

    /** How long they took, by bucket of {@link Latencies}, to a millisecond; nothing where they are only counted. */
    public long[] latencies() {
        long[] counts = new long[Latencies.BUCKETS];
        if (latencies != null) {
            latencies.addTo(counts);
        }
        return counts;
    }

    /** When a message last got through. */
    public Optional<Instant> lastSuccess() {
        return at(succeededAt);
    }

    public Optional<Instant> lastFailure() {
        return at(failedAt);
    }

    /** How long the last one took, in milliseconds. */
    public long lastMillis() {
        return lastMillis;
    }

    /** What went wrong last; empty when nothing did. */
    public String lastError() {
        return lastError;
    }

    /** What came since a time ago, as far back as samples reach. */
    public Samples.Span since(Duration ago) {
        return samples.since(ago);
    }

    private static Optional<Instant> at(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
