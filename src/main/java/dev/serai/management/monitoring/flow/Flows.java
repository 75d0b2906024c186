package dev.serai.management.monitoring.flow;

import java.util.Set;
import org.apache.camel.CamelContext;

/** Gives contexts their flows. */
public final class Flows {

    private final Targets targets;

    /** @param connections names of all connections: the schemes that they are reached by */
    public Flows(Set<String> connections) {
        this.targets = new Targets(Set.copyOf(connections)::contains);
    }

    /** To be called before the context is initialised. */
    public void attach(CamelContext context) {
        new ContextFlows(targets).attach(context);
    }
}
