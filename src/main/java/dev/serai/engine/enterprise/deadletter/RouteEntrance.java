package dev.serai.engine.enterprise.deadletter;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;

/** Sends a message into a route of a running context from its beginning, as if it had come from the route's own source. */
public final class RouteEntrance {

    private final CamelContext context;

    public RouteEntrance(CamelContext context) {
        this.context = context;
    }

    /**
     * Returns when the route has processed the message.
     *
     * @throws Exception when there is no such route, or what the route failed with; then no second dead letter is kept
     */
    public void send(String routeId, @Nullable Object body, Map<String, Object> headers) throws Exception {
        Route route = context.getRoute(routeId);
        if (route == null) {
            throw new IllegalStateException("route \"" + routeId + "\" is not in the version that serves now; it has "
                    + context.getRoutes().stream()
                            .map(Route::getRouteId)
                            .sorted()
                            .toList());
        }
        Exchange exchange = route.getEndpoint().createExchange();
        exchange.getExchangeExtension().setFromRouteId(routeId);
        exchange.getIn().setBody(body);
        exchange.getIn().setHeaders(new HashMap<>(headers));
        RedriveAttempt attempt = RedriveAttempt.begin(exchange);
        route.getProcessor().process(exchange);
        throwFailure(exchange.getException() == null ? attempt.failure() : exchange.getException());
    }

    private static void throwFailure(@Nullable Throwable failure) throws Exception {
        if (failure instanceof Exception exception) {
            throw exception;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
