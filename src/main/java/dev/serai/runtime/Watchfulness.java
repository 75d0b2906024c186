package dev.serai.runtime;

import dev.serai.console.HealthHandler;
import dev.serai.console.api.AlertResource;
import dev.serai.console.api.ConnectionDesk;
import dev.serai.console.api.ConnectionResource;
import dev.serai.console.api.HealthResource;
import dev.serai.console.api.TopologyResource;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.settings.HealthSettings;
import dev.serai.foundation.tls.ServerTls;
import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.alert.Alert;
import dev.serai.management.monitoring.alert.Alerts;
import dev.serai.management.monitoring.alert.Situation;
import dev.serai.management.monitoring.connection.ConnectionNews;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import dev.serai.management.monitoring.connection.ConnectionWatch;
import dev.serai.management.monitoring.flow.ContextFlows;
import dev.serai.management.monitoring.flow.Flows;
import dev.serai.management.monitoring.health.CheckResult;
import dev.serai.management.monitoring.health.Health;
import dev.serai.management.monitoring.health.HealthWatch;
import dev.serai.management.monitoring.topology.Topology;
import dev.serai.management.monitoring.topology.TopologyMap;
import dev.serai.service.intelligence.live.Anomaly;
import dev.serai.service.intelligence.live.LastingAnomalies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything that runs, again and again, from one thread of its own that begins when the start is over. Health, alerts and rates are
 * what it saw last; what may hang is asked in the background.
 */
final class Watchfulness implements ConnectionDesk, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchfulness.class);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final HealthSettings settings;
    private final List<ServerTls> ports;
    private final Supplier<List<Anomaly>> anomalies;
    private final Flows flows;
    private final ConnectionWatch connections;
    private final ExecutorService background = Executors.newCachedThreadPool(task -> daemon(task, "serai probe"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "serai watch"));
    private volatile @Nullable Supplier<View> begun;
    private @Nullable View view;
    private volatile @Nullable Health health;
    private volatile List<Alert> alerts = List.of();

    /** What there is to look at, once everything was built. */
    private record View(WatchedIntegrations integrations, HealthWatch health, Alerts alerts) {}

    Watchfulness(
            HealthSettings settings,
            Connections configured,
            ConnectionNews news,
            List<ServerTls> ports,
            Supplier<List<Anomaly>> anomalies) {
        this.anomalies = anomalies;
        this.settings = settings;
        this.ports = ports;
        this.flows = new Flows(configured::has);
        this.connections = new ConnectionWatch(
                new ConnectionWatch.Source(configured::all, configured::test, configured::circuit, news::all),
                settings.probeInterval(),
                background);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Counts what moves in a context; to be called before it is initialised. */
    void attach(CamelContext context) {
        flows.attach(context);
    }

    /**
     * Begins to look. What does the looking is made by the first look: the start does not wait for it.
     *
     * @param integrations what runs
     * @param sources what is kept
     */
    void begin(WatchedIntegrations integrations, WatchedStore.Sources sources) {
        begun = () -> view(integrations, new WatchedStore(sources, settings.window(), background));
        long pause = settings.interval().toMillis();
        clock.scheduleWithFixedDelay(this::guardedLook, pause, pause, TimeUnit.MILLISECONDS);
    }

    private View view(WatchedIntegrations integrations, WatchedStore store) {
        return new View(
                integrations,
                new HealthWatch(store.subscriptions(), store::problem),
                Alerts.standard(settings.window(), store.newDeadLetters(), ports, new LastingAnomalies(anomalies)));
    }

    private void guardedLook() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("the integrations could not be looked at; that is tried again", e);
        }
    }

    private synchronized void look() {
        View now = view();
        if (now == null) {
            return;
        }
        List<IntegrationStatus> statuses = now.integrations.statuses();
        List<RunningIntegration> running = now.integrations.running();
        Instant at = Instant.now();
        running.forEach(one -> ContextFlows.of(one.context()).ifPresent(moved -> moved.sample(at)));
        connections.look(running);
        Health seen = now.health.look(running, statuses, now.integrations::isCritical);
        alerts = now.alerts.look(new Situation(statuses, running, seen, connections.list()));
        health = seen;
    }

    private synchronized @Nullable View view() {
        Supplier<View> maker = begun;
        if (view == null && maker != null) {
            view = maker.get();
        }
        return view;
    }

    /** How everything was when it was last looked at; who asks before the first look waits for it. */
    Health health() {
        Health seen = health;
        if (seen == null) {
            look();
            seen = health;
        }
        return seen == null ? new Health(Instant.now(), true, true, List.of()) : told(seen);
    }

    /** A look that hangs, such as in a check of an integration's own, is told of. */
    private Health told(Health seen) {
        Duration age = Duration.between(seen.at(), Instant.now());
        return age.compareTo(settings.interval().multipliedBy(10).plus(LONGEST_LOOK)) > 0
                ? seen.with(CheckResult.told("watch", false, "nothing was looked at since " + seen.at()))
                : seen;
    }

    private Topology topology() {
        Health seen = health();
        View now = view();
        return now == null
                ? new Topology(List.of(), List.of())
                : TopologyMap.draw(now.integrations.statuses(), now.integrations.running(), seen, list());
    }

    @Override
    public List<ConnectionStatus> list() {
        return connections.list();
    }

    @Override
    public Optional<ConnectionStatus> test(String name) {
        return connections.test(name);
    }

    /**
     * What is told on the management port: the API, and what probes ask.
     *
     * @param ready whether everything that shall run was started
     */
    ManagementPart asked(BooleanSupplier ready) {
        return new ManagementPart(
                List.of(
                        new HealthResource(this::health),
                        new ConnectionResource(this),
                        new TopologyResource(this::topology),
                        new AlertResource(() -> alerts)),
                List.of(new HealthHandler(ready, this::health).context()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        background.shutdownNow();
    }
}
