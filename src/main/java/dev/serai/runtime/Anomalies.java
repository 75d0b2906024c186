package dev.serai.runtime;

import dev.serai.console.api.AnomalyResource;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.cloud.pack.UsedPacks;
import dev.serai.engine.database.Database;
import dev.serai.engine.enterprise.event.EventBus;
import dev.serai.engine.enterprise.event.Subscription;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.settings.AnomalySettings;
import dev.serai.management.monitoring.Remembered;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import dev.serai.management.monitoring.metrics.Metric;
import dev.serai.management.monitoring.metrics.Samples;
import dev.serai.management.monitoring.metrics.Traffic;
import dev.serai.service.intelligence.live.Anomaly;
import dev.serai.service.intelligence.live.AnomalyWatch;
import dev.serai.service.intelligence.live.EndpointNotices;
import dev.serai.service.intelligence.live.LiveDetection;
import dev.serai.service.intelligence.live.Mutes;
import dev.serai.service.intelligence.live.Waiting;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** The detection of anomalies in what runs here. */
final class Anomalies implements AutoCloseable {

    /** The name under which notices go through connections and topics. */
    private static final String OWNER = "serai-notices";

    private final Closing closing = new Closing();
    private final AnomalySettings settings;
    private final EventBus events;
    private final Mutes mutes;
    private final AnomalyWatch watch;

    Anomalies(AnomalySettings settings, Database database, Connections connections, EventBus events) {
        this.settings = settings;
        this.events = events;
        this.mutes = new Mutes(database, settings.maintenance());
        List<String> endpoints = Stream.of(settings.notices().split("\\s+"))
                .filter(uri -> !uri.isBlank())
                .toList();
        EndpointNotices notices = closing.with(
                new EndpointNotices(endpoints, () -> context(connections, events)), EndpointNotices::close);
        this.watch = new AnomalyWatch(
                database,
                new AnomalyWatch.Settings(
                        settings.interval(), settings.learning(), settings.mostSeries(), ZoneId.systemDefault()),
                mutes,
                notices);
    }

    private static CamelContext context(Connections connections, EventBus events) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        context.getCamelContextExtension().setName(OWNER);
        context.setApplicationContextClassLoader(new UsedPacks(Anomalies.class.getClassLoader()));
        connections.attach(context);
        events.attach(context, OWNER, 0);
        return context;
    }

    /** What is told on the management port. */
    ManagementPart asked() {
        return ManagementPart.of(new AnomalyResource(new AnomalyCounter(watch, mutes)));
    }

    List<Anomaly> lasting() {
        return watch.lasting();
    }

    void addTo(Samples samples) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        watch.lasting().forEach(one -> counts.computeIfAbsent(one.subject().title(), unseen -> new TreeMap<>())
                .merge(one.measure().word(), 1L, Long::sum));
        samples.add(Metric.ANOMALIES, watch.lasting().size());
        counts.forEach((subject, measures) ->
                measures.forEach((measure, count) -> samples.add(Metric.ANOMALY, count, subject, measure)));
    }

    /** Begins to look, unless that is switched off. */
    void begin(
            Traffic traffic,
            Connections connections,
            WatchedIntegrations integrations,
            Supplier<List<ConnectionStatus>> health) {
        if (!settings.enabled()) {
            return;
        }
        ExecutorService background = closing.with(
                Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task, "serai anomalies asks");
                    thread.setDaemon(true);
                    return thread;
                }),
                ExecutorService::shutdownNow);
        Remembered<List<Subscription>> behind = new Remembered<>(events::subscriptions, List.of(), background);
        LiveDetection detection = closing.with(
                new LiveDetection(
                        watch, traffic, new Waiting(connections::waiting, behind), () -> look(integrations, health)),
                LiveDetection::close);
        detection.begin(settings.interval());
    }

    private static AnomalyWatch.Look look(
            WatchedIntegrations integrations, Supplier<List<ConnectionStatus>> connections) {
        List<IntegrationStatus> statuses = integrations.statuses();
        return new AnomalyWatch.Look(integrations.running(), statuses, connections.get());
    }

    @Override
    public void close() {
        closing.close();
    }
}
