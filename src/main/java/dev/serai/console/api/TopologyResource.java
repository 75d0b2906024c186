package dev.serai.console.api;

import dev.serai.management.monitoring.topology.Topology;
import dev.serai.management.security.Permission;
import java.util.List;
import java.util.function.Supplier;

/** {@code /topology}: what is joined with what, and what moves there. */
public final class TopologyResource implements Resource {

    private final Supplier<Topology> topology;

    /** @param topology drawn when it is asked for */
    public TopologyResource(Supplier<Topology> topology) {
        this.topology = topology;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/topology", Permission.VIEW, call -> Answer.json(topology.get())));
    }
}
