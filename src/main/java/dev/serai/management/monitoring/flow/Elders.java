package dev.serai.management.monitoring.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.InflightRepository;
import org.apache.camel.spi.InflightRepository.InflightExchange;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of one context that have been under way for long. One that sends something, moves on to another step, or has a piece that
 * does, shows progress; one that does not is stalled though its thread lives.
 */
public final class Elders {

    /** Exchanges younger than this part of the limit are not watched at all: in healthy traffic that is every one. */
    private static final int YOUTH = 4;

    private static final int DEEPEST = 8;

    private final Map<String, Elder> elders = new ConcurrentHashMap<>();

    /**
     * An exchange without a sign of progress.
     *
     * @param exchangeId its id
     * @param fromRoute the route that it began in
     * @param atRoute the route that it stands in
     * @param node the step that it stands at; empty when Camel does not tell
     * @param still how long it has stood still
     */
    public record Stalled(String exchangeId, String fromRoute, String atRoute, String node, Duration still) {}

    /** An exchange has just done something. */
    void sign(Exchange exchange) {
        if (elders.isEmpty()) {
            return;
        }
        long now = System.currentTimeMillis();
        sign(exchange.getExchangeId(), now);
        sign(parent(exchange), now);
    }

    private void sign(String id, long now) {
        Elder elder = elders.get(id);
        if (elder != null) {
            elder.sign(now);
        }
    }

    private static String parent(Exchange exchange) {
        String parent = exchange.getProperty(ExchangePropertyKey.CORRELATION_ID, String.class);
        return parent == null ? "" : parent;
    }

    /** Looks at everything in flight, and returns what has stood still for longer than the limit. */
    public List<Stalled> look(InflightRepository inFlight, Duration limit) {
        if (inFlight.size() == 0) {
            elders.clear();
            return List.of();
        }
        Collection<InflightExchange> all = inFlight.browse();
        long now = System.currentTimeMillis();
        remember(all, limit.toMillis() / YOUTH, now);
        elders.values().forEach(this::tellParents);
        return stalled(all, limit.toMillis(), now);
    }

    private void remember(Collection<InflightExchange> all, long youth, long now) {
        Set<String> present = new HashSet<>();
        for (InflightExchange one : all) {
            String id = one.getExchange().getExchangeId();
            if (one.getDuration() < youth) {
                sign(parent(one.getExchange()), now);
            } else {
                present.add(id);
                elders.computeIfAbsent(id, unseen -> new Elder(parent(one.getExchange()), now))
                        .at(text(one.getNodeId()), now);
            }
        }
        elders.keySet().retainAll(present);
    }

    private void tellParents(Elder elder) {
        Elder parent = elders.get(elder.parent());
        for (int depth = 0; parent != null && depth < DEEPEST; depth++) {
            parent.atLeast(elder.signAt());
            parent = elders.get(parent.parent());
        }
    }

    private List<Stalled> stalled(Collection<InflightExchange> all, long limit, long now) {
        List<Stalled> found = new ArrayList<>();
        for (InflightExchange one : all) {
            Elder elder = elders.get(one.getExchange().getExchangeId());
            if (elder != null && now - elder.signAt() >= limit) {
                found.add(new Stalled(
                        one.getExchange().getExchangeId(),
                        text(one.getFromRouteId()),
                        text(one.getAtRouteId()),
                        text(one.getNodeId()),
                        Duration.ofMillis(now - elder.signAt())));
            }
        }
        return found;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
