package dev.serai.management.monitoring.metrics;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends the steps of the series: some ten microseconds of work for each busy integration, every five seconds. */
public final class TrafficClock implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "serai-traffic");
        thread.setDaemon(true);
        return thread;
    });

    public TrafficClock(Traffic traffic) {
        clock.scheduleAtFixedRate(traffic::sample, Window.STEP_SECONDS, Window.STEP_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
