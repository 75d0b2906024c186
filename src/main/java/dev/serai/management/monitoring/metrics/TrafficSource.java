package dev.serai.management.monitoring.metrics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** What goes through the integrations, as metrics. */
public record TrafficSource(Traffic traffic) implements Samples.Source {

    private static final double MILLIS = 1_000;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    @Override
    public void addTo(Samples samples) {
        traffic.meters().forEach(meter -> {
            integration(samples, meter);
            meter.versions()
                    .forEach(version -> version.routes().forEach(route -> route(samples, meter, version, route)));
        });
    }

    private static void integration(Samples samples, IntegrationMeter meter) {
        long[] latencies = meter.latencies();
        String name = meter.name();
        samples.add(Metric.EXCHANGES, Arrays.stream(latencies).sum(), name);
        samples.add(Metric.EXCHANGES_FAILED, meter.failed(), name);
        samples.addLatencies(Metric.EXCHANGE_DURATION, latencies, meter.nanos(), name);
        samples.add(Metric.EXCHANGES_INFLIGHT, meter.inFlight(), name);
        if (meter.last() > 0) {
            samples.add(Metric.EXCHANGE_LAST, meter.last() / MILLIS, name);
        }
    }

    private static void route(Samples samples, IntegrationMeter meter, VersionMeter version, RouteMeter route) {
        String number = String.valueOf(version.number());
        String[] labels = {meter.name(), number, meter.name() + "@" + number, "CamelRoute", "route", route.route()};
        long total = route.total();
        samples.add(Metric.CAMEL_TOTAL, total, labels);
        samples.add(Metric.CAMEL_SUCCEEDED, Math.max(0, total - route.failed()), labels);
        samples.add(Metric.CAMEL_FAILED, route.failed(), labels);
        samples.add(Metric.CAMEL_HANDLED, route.handled(), labels);
        samples.add(Metric.CAMEL_REDELIVERED, route.redelivered(), labels);
        samples.add(Metric.CAMEL_INFLIGHT, route.inFlight(), labels);
        samples.addSummary(Metric.CAMEL_DURATION, total, route.nanos() / NANOS, labels);
    }
}
