package dev.serai.management.monitoring.health;

import dev.serai.engine.enterprise.event.Subscription;
import dev.serai.management.monitoring.RunningIntegration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Route;

/** Subscribers that are behind their topic and do not come forward. */
final class EventBacklogs implements ProgressCheck {

    private static final String SCHEME = "event:";

    private final Supplier<List<Subscription>> subscriptions;
    private final Stillness stillness = new Stillness();
    private List<Subscription> seen = List.of();

    /** @param subscriptions all of them, asked from the store */
    EventBacklogs(Supplier<List<Subscription>> subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public void begin(RunningIntegration integration) {
        boolean subscribes = integration.context().getRoutes().stream()
                .anyMatch(route -> route.getEndpoint().getEndpointBaseUri().startsWith(SCHEME));
        seen = subscribes ? subscriptions.get() : List.of();
    }

    @Override
    public Optional<String> problem(RunningIntegration integration, Route route) {
        String uri = route.getEndpoint().getEndpointBaseUri();
        if (!uri.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String topic = uri.substring(SCHEME.length()).replaceFirst("^//", "");
        String named = integration.name() + "/" + route.getRouteId();
        return seen.stream()
                .filter(one -> one.integration().equals(integration.name())
                        && one.topic().equals(topic)
                        && (!route.isCustomId() || one.subscriber().equals(named)))
                .flatMap(one -> backlog(integration, one).stream())
                .findFirst();
    }

    private Optional<String> backlog(RunningIntegration integration, Subscription one) {
        String what = one.topic() + " " + one.subscriber();
        if (one.behind() <= 0) {
            stillness.forget(integration.context(), what);
            return Optional.empty();
        }
        Duration still = stillness.of(integration.context(), what, one.position());
        return still.compareTo(integration.stalledAfter()) < 0
                ? Optional.empty()
                : Optional.of("it is " + one.behind() + " events behind in event:" + one.topic()
                        + " and took none for " + Durations.text(still) + "; expected one within "
                        + Durations.text(integration.stalledAfter()));
    }
}
