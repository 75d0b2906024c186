package dev.serai.management.monitoring.flow;

import java.util.function.Predicate;
import org.apache.camel.CamelContext;

/** Gives contexts their flows. */
public final class Flows {

    private final Targets targets;

    /** @param isConnection whether a scheme is the name of a connection now */
    public Flows(Predicate<String> isConnection) {
        this.targets = new Targets(isConnection);
    }

    /** To be called before the context is initialised. */
    public void attach(CamelContext context) {
        new ContextFlows(targets).attach(context);
    }
}
