package dev.serai.service.intelligence.live;

import dev.serai.management.monitoring.metrics.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the buckets, from a thread of its own; messages never wait for it. */
public final class LiveDetection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDetection.class);
    private static final long LONGEST_LOOK_SECONDS = 20;

    private final AnomalyWatch watch;
    private final Meters meters;
    private final Supplier<AnomalyWatch.Look> eyes;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "serai anomalies");
        thread.setDaemon(true);
        return thread;
    });

    /** @param eyes what there is to look at now */
    public LiveDetection(AnomalyWatch watch, Traffic traffic, Waiting waiting, Supplier<AnomalyWatch.Look> eyes) {
        this.watch = watch;
        this.meters = new Meters(traffic, waiting);
        this.eyes = eyes;
    }

    /** @param bucket how long a bucket is */
    public void begin(Duration bucket) {
        clock.scheduleAtFixedRate(this::guardedLook, bucket.toMillis(), bucket.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guardedLook() {
        try {
            AnomalyWatch.Look look = eyes.get();
            Map<Subject, Moved> moved = meters.look(look.running());
            watch.look(Instant.now(), look, moved);
        } catch (RuntimeException e) {
            LOG.warn("the traffic could not be looked at for anomalies; that is tried again", e);
        }
    }

    /** The last look is waited for; then what was learned is saved. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (clock.awaitTermination(LONGEST_LOOK_SECONDS, TimeUnit.SECONDS)) {
                watch.save();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
    }
}
