package dev.serai.management.monitoring.flow;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/** Counts what a route is done with. */
final class FlowPolicy extends RoutePolicySupport {

    private final Flow flow;

    FlowPolicy(Flow flow) {
        this.flow = flow;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (exchange.isFailed()) {
            flow.failed(0, Failure.of(exchange));
        } else {
            flow.succeeded(0);
        }
    }
}
