package dev.serai.engine.enterprise.deadletter;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Remembers at which route a message began, so that it can be redriven there. A piece of a split message is a message of its own: it
 * begins at the first route that it is sent to.
 */
final class EntryRoute extends RoutePolicySupport {

    private static final String PROPERTY = "SeraiEntryRoute";

    private record Entry(String exchangeId, String routeId) {}

    /** One for each route: Camel lets a policy know its context, which nothing may hold when that is gone. */
    static RoutePolicyFactory factory() {
        return new RoutePolicyFactory() {
            @Override
            public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
                return new EntryRoute();
            }
        };
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        if (isPiece(exchange) && !isRemembered(exchange)) {
            exchange.setProperty(PROPERTY, new Entry(exchange.getExchangeId(), route.getRouteId()));
        }
    }

    private static boolean isPiece(Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) != null;
    }

    private static boolean isRemembered(Exchange exchange) {
        Entry entry = exchange.getProperty(PROPERTY, Entry.class);
        return entry != null && entry.exchangeId.equals(exchange.getExchangeId());
    }

    static String of(Exchange exchange) {
        if (isRemembered(exchange)) {
            return exchange.getProperty(PROPERTY, Entry.class).routeId();
        }
        String from = exchange.getFromRouteId();
        return from == null ? "" : from;
    }
}
