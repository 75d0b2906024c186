package dev.serai.management.lifecycle.deploy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;
import org.apache.camel.impl.engine.DefaultInflightRepository;

/**
 * Counts an exchange as in flight on its route until it is wholly done. Camel's own count ends with the last step, before a file is moved
 * away or a message is acknowledged: a version started at that moment would take the same message again.
 */
final class ExchangesInFlight extends DefaultInflightRepository {

    private final ConcurrentMap<String, LongAdder> byOrigin = new ConcurrentHashMap<>();

    @Override
    public void add(Exchange exchange) {
        super.add(exchange);
        origin(exchange).increment();
    }

    @Override
    public void remove(Exchange exchange) {
        super.remove(exchange);
        origin(exchange).decrement();
    }

    private LongAdder origin(Exchange exchange) {
        String route = exchange.getFromRouteId();
        return byOrigin.computeIfAbsent(route == null ? "" : route, unseen -> new LongAdder());
    }

    /** How many exchanges that began on a route are not wholly done. */
    int unfinished(String routeId) {
        LongAdder fromHere = byOrigin.get(routeId);
        return fromHere == null ? 0 : fromHere.intValue();
    }
}
