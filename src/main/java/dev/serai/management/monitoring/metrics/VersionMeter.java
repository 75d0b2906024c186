package dev.serai.management.monitoring.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The routes of one version of an integration. */
final class VersionMeter {

    /** Routes beyond these are counted together, so that routes made by a program do not fill the memory of whoever scrapes. */
    static final int MOST_ROUTES = 500;

    /** The id under which they are counted. */
    static final String OTHERS = "(others)";

    private final int number;
    private final IntegrationMeter integration;
    private final Map<String, RouteMeter> routes = new ConcurrentSkipListMap<>();

    VersionMeter(int number, IntegrationMeter integration) {
        this.number = number;
        this.integration = integration;
    }

    int number() {
        return number;
    }

    RouteMeter route(String id) {
        String name = routes.size() < MOST_ROUTES || routes.containsKey(id) ? id : OTHERS;
        return routes.computeIfAbsent(name, unseen -> new RouteMeter(name, integration));
    }

    void forget(String route) {
        routes.remove(route);
    }

    Collection<RouteMeter> routes() {
        return routes.values();
    }
}
