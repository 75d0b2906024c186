package dev.serai.management.monitoring.metrics;

import dev.serai.foundation.Latencies;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the messages of one integration across its versions. */
final class IntegrationMeter {

    private final String name;
    private final Latencies latencies = new Latencies();
    private final LongAdder failed = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final List<VersionMeter> versions = new CopyOnWriteArrayList<>();
    private final Window window = new Window();
    private volatile long last;

    IntegrationMeter(String name) {
        this.name = name;
    }

    void count(long took, long now, boolean fails) {
        latencies.record(took);
        nanos.add(took);
        last = now;
        if (fails) {
            failed.increment();
        }
    }

    String name() {
        return name;
    }

    void add(VersionMeter version) {
        versions.add(version);
    }

    void remove(VersionMeter version) {
        versions.remove(version);
    }

    /** The versions that run, the newest to have started last. */
    List<VersionMeter> versions() {
        return versions;
    }

    @Nullable
    VersionMeter newest() {
        List<VersionMeter> running = List.copyOf(versions);
        return running.isEmpty() ? null : running.get(running.size() - 1);
    }

    /** Durations by bucket. */
    long[] latencies() {
        long[] counts = new long[Latencies.BUCKETS];
        latencies.addTo(counts);
        return counts;
    }

    long failed() {
        return failed.sum();
    }

    long nanos() {
        return nanos.sum();
    }

    long inFlight() {
        return versions.stream()
                .flatMap(version -> version.routes().stream())
                .mapToLong(RouteMeter::messagesInFlight)
                .sum();
    }

    long last() {
        return last;
    }

    Window window() {
        return window;
    }

    /** Takes a sample; called every {@link Window#STEP_SECONDS}. */
    void sample() {
        window.add(latencies(), failed(), nanos());
    }
}
