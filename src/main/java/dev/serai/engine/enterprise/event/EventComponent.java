package dev.serai.engine.enterprise.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.support.DefaultComponent;

/** The {@code event:} scheme of one version of an integration. */
final class EventComponent extends DefaultComponent {

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}");

    private final EventBus bus;
    private final String integration;
    private final int version;
    private final Map<String, AtomicInteger> unnamedRoutes = new ConcurrentHashMap<>();

    EventComponent(EventBus bus, String integration, int version) {
        this.bus = bus;
        this.integration = integration;
        this.version = version;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (!TOPIC.matcher(remaining).matches()) {
            throw new IllegalArgumentException(
                    "event:" + remaining + ": the topic has to begin with a letter or digit and may hold"
                            + " letters, digits, '.', '_', '-' and '/', 200 at most; such as event:orders.accepted");
        }
        EventEndpoint endpoint = new EventEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    EventBus bus() {
        return bus;
    }

    String integration() {
        return integration;
    }

    int version() {
        return version;
    }

    /** A route that the file names is a subscriber of its own; the others are told apart by their order in the file. */
    String subscriber(String topic, Route route) {
        if (route.isCustomId()) {
            return integration + "/" + route.getRouteId();
        }
        int number = unnamedRoutes
                .computeIfAbsent(topic, name -> new AtomicInteger())
                .incrementAndGet();
        return number == 1 ? integration : integration + "#" + number;
    }
}
