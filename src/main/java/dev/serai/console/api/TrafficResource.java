package dev.serai.console.api;

import dev.serai.management.monitoring.metrics.IntegrationTraffic;
import dev.serai.management.security.Permission;
import java.util.List;
import java.util.function.Supplier;

/** {@code /traffic}: what goes through the integrations. */
public final class TrafficResource implements Resource {

    private final Supplier<List<IntegrationTraffic>> traffic;

    /** @param traffic by the integrations' names */
    public TrafficResource(Supplier<List<IntegrationTraffic>> traffic) {
        this.traffic = traffic;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/traffic", Permission.VIEW, call -> Answer.json(traffic.get())));
    }
}
