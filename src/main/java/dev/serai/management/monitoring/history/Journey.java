package dev.serai.management.monitoring.history;

import dev.serai.foundation.MessageWitness;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.spi.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What is noted of one message while it is under way: its steps, also those of its pieces, which may run at the same time. */
final class Journey implements MessageWitness {

    /** A loop may take any number of steps; those behind the first are counted alone. */
    static final int MOST_STEPS = 200;

    private final String routeId;
    private final String exchangeId;
    private final long startedNanos = System.nanoTime();
    private final List<StepTaken> steps = new ArrayList<>(8);
    private int stepCount;
    private @Nullable Throwable undeliverable;
    private @Nullable Message incoming;

    private Journey(String routeId, String exchangeId) {
        this.routeId = routeId;
        this.exchangeId = exchangeId;
    }

    /** Begins at the route that got the message from outside; a route that is called goes on with the caller's. */
    static void begin(Route route, Exchange exchange) {
        String routeId = route.getRouteId();
        if (routeId.equals(exchange.getFromRouteId()) && !isHere(routeId, exchange)) {
            exchange.setProperty(PROPERTY, new Journey(routeId, exchange.getExchangeId()));
        }
    }

    private static boolean isHere(String routeId, Exchange exchange) {
        Journey journey = of(exchange);
        return journey != null && journey.isOf(routeId, exchange);
    }

    static @Nullable Journey of(Exchange exchange) {
        return exchange.getProperty(PROPERTY) instanceof Journey journey ? journey : null;
    }

    /** The journey that ends when that route is done with that exchange; null when it goes on elsewhere. */
    static @Nullable Journey endingAt(Route route, Exchange exchange) {
        Journey journey = of(exchange);
        return journey != null && journey.isOf(route.getRouteId(), exchange) ? journey : null;
    }

    private boolean isOf(String route, Exchange exchange) {
        return routeId.equals(route) && exchangeId.equals(exchange.getExchangeId());
    }

    synchronized StepTaken add(StepTaken step) {
        stepCount++;
        if (steps.size() < MOST_STEPS) {
            steps.add(step);
        }
        return step;
    }

    @Override
    public synchronized void undeliverable(Exchange exchange, Throwable cause) {
        undeliverable = cause;
        if (exchangeId.equals(exchange.getExchangeId())) {
            incoming = exchange.getMessage().copy();
        }
    }

    /** The message as it came in; Camel keeps it for dead letters. */
    synchronized @Nullable Message incoming(Exchange exchange) {
        UnitOfWork work = exchange.getUnitOfWork();
        return incoming != null || work == null ? incoming : work.getOriginalInMessage();
    }

    /** Why the message, or a piece of it, was not processed as the route says; null when all went well or the route caught it. */
    synchronized @Nullable Throwable failure(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        if (undeliverable != null) {
            return undeliverable;
        }
        return exchange.getExchangeExtension().isErrorHandlerHandledSet()
                        && exchange.getExchangeExtension().isErrorHandlerHandled()
                ? exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class)
                : null;
    }

    synchronized List<StepTaken> steps() {
        return List.copyOf(steps);
    }

    synchronized int stepCount() {
        return stepCount;
    }

    String exchangeId() {
        return exchangeId;
    }

    long startedNanos() {
        return startedNanos;
    }
}
