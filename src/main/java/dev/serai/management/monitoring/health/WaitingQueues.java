package dev.serai.management.monitoring.health;

import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.ContextFlows;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Route;
import org.apache.camel.component.seda.SedaEndpoint;

/** Queues inside an integration in which messages wait while none is done. */
final class WaitingQueues implements ProgressCheck {

    private final Stillness stillness = new Stillness();

    @Override
    public Optional<String> problem(RunningIntegration integration, Route route) {
        if (!(route.getEndpoint() instanceof SedaEndpoint queue)) {
            return Optional.empty();
        }
        int waiting = queue.getCurrentQueueSize();
        if (waiting == 0) {
            stillness.forget(integration.context(), route.getRouteId());
            return Optional.empty();
        }
        long done = ContextFlows.of(integration.context())
                .map(flows -> flows.route(route.getRouteId()).total())
                .orElse(0L);
        Duration still = stillness.of(integration.context(), route.getRouteId(), done);
        return still.compareTo(integration.stalledAfter()) < 0
                ? Optional.empty()
                : Optional.of(waiting + " messages wait in its queue and none was done for " + Durations.text(still)
                        + "; expected one within " + Durations.text(integration.stalledAfter()));
    }
}
