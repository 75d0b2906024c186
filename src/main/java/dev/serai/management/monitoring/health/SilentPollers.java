package dev.serai.management.monitoring.health;

import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.ContextFlows;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Route;
import org.apache.camel.support.DefaultScheduledPollConsumerScheduler;
import org.apache.camel.support.ScheduledPollConsumer;

/** Consumers that ask their source again and again, and have stopped to: a poll that hangs, a thread pool that was shut down. */
final class SilentPollers implements ProgressCheck {

    private final Stillness stillness = new Stillness();

    @Override
    public Optional<String> problem(RunningIntegration integration, Route route) {
        if (!(route.getConsumer() instanceof ScheduledPollConsumer poller) || hasEnded(poller)) {
            return Optional.empty();
        }
        Duration still = stillness.of(integration.context(), route.getRouteId(), signs(integration, route, poller));
        Duration pause = pause(poller);
        if (still.compareTo(integration.stalledAfter().plus(pause)) < 0 || !isTellable(poller)) {
            return Optional.empty();
        }
        return Optional.of(sentence(poller, still, pause));
    }

    /** Everything that changes while it polls, backs off, or works on what it has polled. */
    private static long signs(RunningIntegration integration, Route route, ScheduledPollConsumer poller) {
        long done = ContextFlows.of(integration.context())
                .map(flows -> flows.route(route.getRouteId()).total())
                .orElse(0L);
        return poller.getCounter() + poller.getBackoffCounter() + done;
    }

    private static boolean hasEnded(ScheduledPollConsumer poller) {
        return !poller.isStarted()
                || poller.isSuspended()
                || !poller.isStartScheduler()
                || poller.getRepeatCount() > 0 && poller.getCounter() >= poller.getRepeatCount();
    }

    private static Duration pause(ScheduledPollConsumer poller) {
        long pause =
                poller.getCounter() == 0 ? Math.max(poller.getInitialDelay(), poller.getDelay()) : poller.getDelay();
        return Duration.of(pause, poller.getTimeUnit().toChronoUnit());
    }

    /** When a scheduler of another kind, such as one with a cron expression, would poll next is not known. */
    private static boolean isTellable(ScheduledPollConsumer poller) {
        return poller.isPolling() || poller.getScheduler() instanceof DefaultScheduledPollConsumerScheduler;
    }

    private static String sentence(ScheduledPollConsumer poller, Duration still, Duration pause) {
        String seen = poller.isPolling()
                ? "a poll has hung for " + Durations.text(still)
                : "nothing was polled for " + Durations.text(still);
        return seen + "; expected a poll every " + Durations.text(pause);
    }
}
