package dev.serai.management.lifecycle.deploy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;
import org.apache.camel.spi.InflightRepository;

/**
 * Counts an exchange as in flight on its route until it is wholly done. Camel's own count ends with the last step, before a file is moved
 * away or a message is acknowledged: a version started at that moment would take the same message again.
 */
final class ExchangesInFlight {

    private final ConcurrentMap<String, LongAdder> byOrigin = new ConcurrentHashMap<>();
    private final InflightRepository repository = new DefaultInflightRepository();

    /** What a context is to use. */
    InflightRepository repository() {
        return repository;
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

    /** Has the name of Camel's own, because that is the name under which consoles look for its MBean. */
    private final class DefaultInflightRepository extends org.apache.camel.impl.engine.DefaultInflightRepository {

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
    }
}
