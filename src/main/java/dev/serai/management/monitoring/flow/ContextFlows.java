package dev.serai.management.monitoring.flow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.NamedNode;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.LifecycleStrategySupport;

/** What moves in one context: a flow for each route, and one for each system that its routes send to. They end with the context. */
public final class ContextFlows {

    /** Endpoints made while a route runs, such as those of toD, are without number; what they reach is not. */
    private static final int MOST_ENDPOINTS = 2_000;

    private static final int MOST_TARGETS = 500;
    private static final Target OTHERS = new Target(Target.Kind.external, "others");

    private final Targets targets;
    private final Map<String, Flow> routes = new ConcurrentHashMap<>();
    private final Map<Target, Flow> sent = new ConcurrentHashMap<>();
    private final Map<Endpoint, Optional<Flow>> byEndpoint = new ConcurrentHashMap<>();
    private final Elders elders = new Elders();

    ContextFlows(Targets targets) {
        this.targets = targets;
    }

    /** The flows of a context; empty when it has none attached. */
    public static Optional<ContextFlows> of(CamelContext context) {
        return Optional.ofNullable(context.getCamelContextExtension().getContextPlugin(ContextFlows.class));
    }

    void attach(CamelContext context) {
        context.getCamelContextExtension().addContextPlugin(ContextFlows.class, this);
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextInitialized(CamelContext initialized) {
                // Not earlier: JMX puts another management strategy in place, which knows nothing of the listeners of
                // the first.
                initialized.getManagementStrategy().addEventNotifier(new FlowNotifier(ContextFlows.this));
            }
        });
        context.addRoutePolicyFactory(new RoutePolicyFactory() {
            @Override
            public RoutePolicy createRoutePolicy(CamelContext owner, String routeId, NamedNode route) {
                return new FlowPolicy(route(routeId));
            }
        });
    }

    /** Exchanges that a route was done with. */
    public Flow route(String id) {
        return routes.computeIfAbsent(id, unseen -> new Flow());
    }

    /** Everything that was sent out of the integration, by where it went. */
    public Map<Target, Flow> sent() {
        return Map.copyOf(sent);
    }

    /** What an endpoint reaches. */
    public Target target(Endpoint endpoint) {
        return targets.of(endpoint);
    }

    public Elders elders() {
        return elders;
    }

    /** Notes where all counters stand. */
    public void sample(Instant now) {
        routes.values().forEach(flow -> flow.sample(now));
        sent.values().forEach(flow -> flow.sample(now));
    }

    /** The flow that a message to this endpoint belongs to; empty when it stays inside. */
    Optional<Flow> flow(Endpoint endpoint) {
        Optional<Flow> known = byEndpoint.get(endpoint);
        return known != null ? known : newFlow(endpoint);
    }

    private Optional<Flow> newFlow(Endpoint endpoint) {
        Target target = targets.of(endpoint);
        Optional<Flow> flow = target.leaves() ? Optional.of(flow(target)) : Optional.empty();
        if (byEndpoint.size() < MOST_ENDPOINTS) {
            byEndpoint.put(endpoint, flow);
        }
        return flow;
    }

    private Flow flow(Target target) {
        boolean full = sent.size() >= MOST_TARGETS && !sent.containsKey(target);
        return sent.computeIfAbsent(full ? OTHERS : target, unseen -> Flow.timed());
    }
}
