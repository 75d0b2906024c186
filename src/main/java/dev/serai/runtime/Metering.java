package dev.serai.runtime;

import dev.serai.console.MetricsHandler;
import dev.serai.console.api.TrafficResource;
import dev.serai.engine.database.Database;
import dev.serai.engine.enterprise.deadletter.DeadLetters;
import dev.serai.engine.enterprise.event.EventBus;
import dev.serai.engine.enterprise.event.Subscription;
import dev.serai.engine.enterprise.http.AnswerCounts;
import dev.serai.foundation.Backlog;
import dev.serai.foundation.CanaryStatus;
import dev.serai.foundation.IntegrationChange;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Tally;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import dev.serai.management.monitoring.metrics.ChangeTallies;
import dev.serai.management.monitoring.metrics.Exposition;
import dev.serai.management.monitoring.metrics.Metric;
import dev.serai.management.monitoring.metrics.Samples;
import dev.serai.management.monitoring.metrics.Seldom;
import dev.serai.management.monitoring.metrics.Traffic;
import dev.serai.management.monitoring.metrics.TrafficClock;
import dev.serai.management.monitoring.metrics.TrafficSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck.State;
import org.eclipse.jetty.server.handler.ContextHandler;

/** Joins what counts to what happens in this runtime, and to who wants to know. */
final class Metering implements AutoCloseable {

    /** What asks the store is asked no more often, however often is scraped. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final double HUNDRED = 100;
    private static final Map<String, Double> OPENNESS = Map.of("open", 1.0, "half-open", 0.5);

    private final Closing closing = new Closing();
    private final Traffic traffic = new Traffic();
    private final ChangeTallies changes = new ChangeTallies();
    private final EventBus events;
    private final DeadLetters letters;
    private final Database database;
    private final Supplier<Map<String, List<Backlog.Waiting>>> behind;
    private final Supplier<Map<String, Long>> lettersWaiting;
    private final Supplier<Map<String, Long>> eventsWaiting;

    /** @param behind what waits in the systems, by connection */
    Metering(
            EventBus events,
            DeadLetters letters,
            Database database,
            Supplier<Map<String, List<Backlog.Waiting>>> behind) {
        this.behind = behind;
        this.events = events;
        this.letters = letters;
        this.database = database;
        this.lettersWaiting = new Seldom<>(PATIENCE, letters::waiting);
        this.eventsWaiting = new Seldom<>(PATIENCE, this::eventsWaiting);
    }

    void attach(CamelContext context, ContextFactory.Content content) {
        traffic.attach(context, content.version());
        changes.know(content.name());
        tallies().forEach(tally -> tally.know(content.name()));
    }

    private List<Tally> tallies() {
        return List.of(letters.kept(), letters.redriven(), letters.discarded(), events.published(), events.delivered());
    }

    void changed(IntegrationChange change) {
        changes.accept(change);
        if (change.kind() == IntegrationChange.Kind.REMOVED) {
            String removed = change.integration();
            traffic.forget(removed);
            tallies().forEach(tally -> tally.forget(removed));
        }
    }

    Traffic traffic() {
        return traffic;
    }

    /** Begins the series of samples. */
    void begin() {
        closing.with(new TrafficClock(traffic), TrafficClock::close);
    }

    /**
     * What is told on the management port: the traffic in the API, and what Prometheus reads.
     *
     * @param anomalies what tells of those
     * @param open whether Prometheus needs no token
     */
    ManagementPart asked(
            IntegrationControl control,
            Supplier<List<ConnectionStatus>> connections,
            Samples.Source anomalies,
            boolean open) {
        return new ManagementPart(
                List.of(new TrafficResource(traffic::report)), List.of(handler(control, connections, anomalies, open)));
    }

    private ContextHandler handler(
            IntegrationControl control,
            Supplier<List<ConnectionStatus>> connections,
            Samples.Source anomalies,
            boolean open) {
        Exposition exposition = closing.with(
                new Exposition(List.of(
                        new TrafficSource(traffic),
                        changes,
                        samples -> build(samples, control),
                        samples -> control.status().forEach(status -> {
                            integration(samples, status);
                            http(samples, control, status);
                        }),
                        samples -> connections.get().forEach(connection -> connection(samples, connection)),
                        this::waiting,
                        this::letters,
                        this::events,
                        anomalies,
                        this::store)),
                Exposition::close);
        return new MetricsHandler(exposition::write, open).context();
    }

    private static void build(Samples samples, IntegrationControl control) {
        samples.add(Metric.BUILD, 1, ProductVersion.get(), Runtime.version().toString());
        samples.add(Metric.LEFTOVERS, control.leftovers().size());
    }

    private static void integration(Samples samples, IntegrationStatus status) {
        String name = status.name();
        String version = status.version() == null ? "" : status.version().toString();
        samples.add(Metric.INTEGRATION, 1, name, version, status.state().name());
        if (status.state() != IntegrationState.STOPPED) {
            samples.add(Metric.INTEGRATION_UP, status.version() == null ? 0 : 1, name);
        }
        samples.add(Metric.ROUTES, status.routes().size(), name);
        samples.add(
                Metric.ROUTES_STARTED,
                status.routes().stream()
                        .filter(route -> route.state().equals("Started"))
                        .count(),
                name);
    }

    private static void http(Samples samples, IntegrationControl control, IntegrationStatus status) {
        List<RunningVersion> serving = control.serving(status.name()).stream()
                .filter(RunningVersion::answersHttp)
                .toList();
        serving.forEach(version -> answers(samples, status.name(), version));
        if (!serving.isEmpty()) {
            int inFlight = serving.stream()
                    .mapToInt(version -> version.http().inFlight())
                    .sum();
            samples.add(Metric.HTTP_INFLIGHT, inFlight, status.name());
        }
        CanaryStatus canary = status.canary();
        if (canary != null) {
            samples.add(Metric.CANARY_SHARE, canary.share() / HUNDRED, status.name(), String.valueOf(canary.version()));
        }
    }

    private static void answers(Samples samples, String name, RunningVersion version) {
        String number = String.valueOf(version.number());
        AnswerCounts answers = version.http().answers();
        samples.add(Metric.HTTP_REQUESTS, answers.requests(), name, number);
        samples.add(Metric.HTTP_FAILED, answers.failed(), name, number);
        samples.addLatencies(Metric.HTTP_DURATION, answers.latencies(), answers.nanos(), name, number);
    }

    private static void connection(Samples samples, ConnectionStatus connection) {
        samples.add(Metric.CONNECTION, 1, connection.name(), connection.connector());
        if (connection.health() != State.UNKNOWN) {
            samples.add(Metric.CONNECTION_UP, connection.doesNotAnswer() ? 0 : 1, connection.name());
        }
        String circuit = connection.circuit();
        if (circuit != null) {
            samples.add(Metric.CONNECTION_CIRCUIT_OPEN, OPENNESS.getOrDefault(circuit, 0.0), connection.name());
        }
        Long latency = connection.latencyMillis();
        if (latency != null) {
            samples.add(Metric.CONNECTION_LATENCY, latency / 1000.0, connection.name());
        }
    }

    private void waiting(Samples samples) {
        behind.get()
                .forEach((connection, all) -> all.forEach(one ->
                        samples.add(Metric.CONNECTION_WAITING, one.messages(), connection, one.group(), one.source())));
    }

    private void letters(Samples samples) {
        samples.addAll(Metric.LETTERS_KEPT, letters.kept().counts());
        samples.addAll(Metric.LETTERS_REDRIVEN, letters.redriven().counts());
        samples.addAll(Metric.LETTERS_DISCARDED, letters.discarded().counts());
        Map<String, Long> waiting = new TreeMap<>(lettersWaiting.get());
        letters.kept().counts().keySet().forEach(name -> waiting.putIfAbsent(name, 0L));
        samples.addAll(Metric.LETTERS_WAITING, waiting);
    }

    private void events(Samples samples) {
        samples.addAll(Metric.EVENTS_PUBLISHED, events.published().counts());
        samples.addAll(Metric.EVENTS_DELIVERED, events.delivered().counts());
        samples.addAll(Metric.EVENTS_WAITING, eventsWaiting.get());
    }

    private Map<String, Long> eventsWaiting() {
        return events.subscriptions().stream()
                .collect(
                        Collectors.groupingBy(Subscription::integration, Collectors.summingLong(Subscription::behind)));
    }

    private void store(Samples samples) {
        Database.Load load = database.load();
        samples.add(Metric.STORE_CONNECTIONS, load.active(), "active");
        samples.add(Metric.STORE_CONNECTIONS, load.idle(), "idle");
        samples.add(Metric.STORE_WAITING, load.waiting());
    }

    @Override
    public void close() {
        closing.close();
    }
}
