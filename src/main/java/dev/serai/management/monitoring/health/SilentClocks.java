package dev.serai.management.monitoring.health;

import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.ContextFlows;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.component.timer.TimerEndpoint;
import org.quartz.SchedulerException;
import org.quartz.Trigger;

/** Timers and cron triggers that do not go off any more. */
final class SilentClocks implements ProgressCheck {

    private final Stillness stillness = new Stillness();

    @Override
    public Optional<String> problem(RunningIntegration integration, Route route) {
        Endpoint endpoint = route.getEndpoint();
        String uri = endpoint.getEndpointBaseUri();
        if (uri.startsWith("timer:") && endpoint instanceof TimerEndpoint timer) {
            return timer(integration, route, timer);
        }
        if (uri.startsWith("quartz:") && endpoint instanceof QuartzEndpoint quartz) {
            return quartz(integration, quartz);
        }
        return Optional.empty();
    }

    private Optional<String> timer(RunningIntegration integration, Route route, TimerEndpoint timer) {
        boolean goesOn = timer.getRepeatCount() <= 0 && timer.getPeriod() > 0 && timer.getTime() == null;
        long done = ContextFlows.of(integration.context())
                .map(flows -> flows.route(route.getRouteId()).total())
                .orElse(0L);
        if (!goesOn || integration.context().getInflightRepository().size(route.getRouteId()) > 0) {
            stillness.forget(integration.context(), route.getRouteId());
            return Optional.empty();
        }
        Duration still = stillness.of(integration.context(), route.getRouteId(), done);
        Duration period = Duration.ofMillis(Math.max(timer.getPeriod(), timer.getDelay()));
        return still.compareTo(integration.stalledAfter().plus(period)) < 0
                ? Optional.empty()
                : Optional.of("the timer has not gone off for " + Durations.text(still) + "; expected it every "
                        + Durations.text(Duration.ofMillis(timer.getPeriod())));
    }

    private static Optional<String> quartz(RunningIntegration integration, QuartzEndpoint quartz) {
        try {
            QuartzComponent component = quartz.getComponent();
            Trigger trigger = component.getScheduler().getTrigger(quartz.getTriggerKey());
            Date next = trigger == null ? null : trigger.getNextFireTime();
            Instant overdue = Instant.now().minus(integration.stalledAfter());
            return next == null || next.toInstant().isAfter(overdue)
                    ? Optional.empty()
                    : Optional.of("the trigger should have gone off at " + next.toInstant() + " and did not");
        } catch (SchedulerException e) {
            return Optional.of("the scheduler cannot be asked: " + e.getMessage());
        }
    }
}
