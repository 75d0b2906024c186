package dev.serai.management.lifecycle.control;

import dev.serai.management.lifecycle.probation.Judgement;
import dev.serai.management.lifecycle.probation.Probation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every probation from time to time; what follows from that is done in the integration's lane. */
final class ProbationClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProbationClock.class);
    private static final long PERIOD_MILLIS = 250;

    private final Lanes lanes;
    private final Map<Probation, ScheduledFuture<?>> looks = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread named = new Thread(task, "serai probation");
        named.setDaemon(true);
        return named;
    });

    ProbationClock(Lanes lanes) {
        this.lanes = lanes;
        thread.setRemoveOnCancelPolicy(true);
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** @param end is called in the lane, possibly more than once, until the probation is forgotten */
    void watch(String integration, Probation probation, Consumer<Judgement> end) {
        looks.put(
                probation,
                thread.scheduleWithFixedDelay(
                        () -> look(integration, probation, end), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void look(String integration, Probation probation, Consumer<Judgement> end) {
        try {
            probation.judge().ifPresent(judgement -> lanes.submit(integration, () -> {
                        end.accept(judgement);
                        return judgement;
                    })
                    .exceptionally(failure -> told(integration, judgement, failure)));
        } catch (RuntimeException e) {
            LOG.error("{} cannot be judged", probation.next().label(), e);
        }
    }

    private static Judgement told(String integration, Judgement judgement, Throwable failure) {
        LOG.error("{}: the probation could not be ended", integration, failure);
        return judgement;
    }

    void forget(Probation probation) {
        ScheduledFuture<?> look = looks.remove(probation);
        if (look != null) {
            look.cancel(false);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
