package dev.serai.management.monitoring.metrics;

import dev.serai.foundation.Latencies;
import dev.serai.foundation.Tally;
import dev.serai.foundation.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.NonManagedService;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/**
 * What goes through the integrations of this runtime. A version is counted from its start until its context stops; the integration's own
 * counts go on across versions until the integration is removed.
 */
public final class Traffic {

    private final Map<String, IntegrationMeter> integrations = new ConcurrentSkipListMap<>();

    /** Counts what passes a context; to be called before it is initialised. */
    public void attach(CamelContext context, Version version) {
        IntegrationMeter integration = integration(version.name());
        VersionMeter meter = new VersionMeter(version.number(), integration);
        context.addRoutePolicyFactory(new Counting(meter));
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStarted(CamelContext started) {
                integration.add(meter);
            }

            @Override
            public void onContextStopping(CamelContext stopping) {
                integration.remove(meter);
            }
        });
    }

    private IntegrationMeter integration(String name) {
        String known = integrations.size() < Tally.MOST_NAMES || integrations.containsKey(name) ? name : Tally.OTHERS;
        return integrations.computeIfAbsent(known, IntegrationMeter::new);
    }

    /** Drops the counts of an integration that was removed. */
    public void forget(String integration) {
        integrations.remove(integration);
    }

    /** Ends a step of the series; to be called every {@link Window#STEP_SECONDS}. */
    void sample() {
        integrations.values().forEach(IntegrationMeter::sample);
    }

    Collection<IntegrationMeter> meters() {
        return integrations.values();
    }

    /** By name. */
    public List<IntegrationTraffic> report() {
        return integrations.values().stream().map(Traffic::report).toList();
    }

    /** Where the counters of all routes of all running versions stand. Who asks ends a bucket of message sizes: one does. */
    public List<RouteCounts> routes() {
        return integrations.values().stream()
                .flatMap(one -> one.versions().stream().flatMap(version -> version.routes().stream()
                        .map(route -> RouteCounts.of(one.name(), version.number(), route))))
                .toList();
    }

    private static IntegrationTraffic report(IntegrationMeter meter) {
        Window.Minute minute = meter.window().minute();
        VersionMeter newest = meter.newest();
        long total = 0;
        for (long count : meter.latencies()) {
            total += count;
        }
        return new IntegrationTraffic(
                meter.name(),
                newest == null ? null : newest.number(),
                total,
                meter.failed(),
                meter.inFlight(),
                Rounded.of(minute.perSecond()),
                Rounded.of(minute.errorRatio()),
                Rounded.of(minute.meanMillis()),
                Rounded.of(Latencies.percentileMillis(minute.latencies(), 50)),
                Rounded.of(Latencies.percentileMillis(minute.latencies(), 95)),
                Rounded.of(Latencies.percentileMillis(minute.latencies(), 99)),
                instant(meter.last()),
                meter.window().series(),
                newest == null
                        ? List.of()
                        : newest.routes().stream().map(Traffic::route).toList());
    }

    private static IntegrationTraffic.Route route(RouteMeter meter) {
        long total = meter.total();
        double mean = total == 0 ? 0 : (double) meter.nanos() / total / TimeUnit.MILLISECONDS.toNanos(1);
        return new IntegrationTraffic.Route(
                meter.route(), total, meter.failed(), meter.inFlight(), Rounded.of(mean), instant(meter.last()));
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** Gives each route its meter; the routes inside Kamelets are steps of the routes that use them. */
    private record Counting(VersionMeter version) implements RoutePolicyFactory {

        @Override
        public @Nullable RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
            boolean insideKamelet =
                    route instanceof RouteDefinition definition && Boolean.TRUE.equals(definition.isKamelet());
            return insideKamelet ? null : new Meter(version, version.route(routeId));
        }
    }

    private static final class Meter extends RoutePolicySupport implements NonManagedService {

        private final VersionMeter version;
        private final RouteMeter meter;

        Meter(VersionMeter version, RouteMeter meter) {
            this.version = version;
            this.meter = meter;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            meter.begin(exchange);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            meter.end(exchange);
        }

        @Override
        public void onRemove(Route route) {
            version.forget(route.getRouteId());
        }
    }
}
