package dev.serai.runtime;

import dev.serai.api.IntegrationHub;
import dev.serai.api.Integrations;
import dev.serai.console.ManagementServer;
import dev.serai.console.RuntimeFile;
import dev.serai.console.access.AccessToken;
import dev.serai.console.api.ManagementApi;
import dev.serai.console.api.RuntimeStatus;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.database.Database;
import dev.serai.engine.enterprise.deadletter.DeadLetterErrorHandler;
import dev.serai.engine.enterprise.deadletter.DeadLetters;
import dev.serai.engine.enterprise.event.EventBus;
import dev.serai.engine.enterprise.event.EventSettings;
import dev.serai.engine.enterprise.http.SharedHttpServer;
import dev.serai.engine.enterprise.transformation.TransformComponent;
import dev.serai.engine.enterprise.transformation.Transformations;
import dev.serai.engine.mesh.ServiceRegistry;
import dev.serai.engine.message.JsonBuffers;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationChange;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfigurationException;
import dev.serai.foundation.settings.ProbationSettings;
import dev.serai.foundation.settings.Settings;
import dev.serai.foundation.tls.CertificateWatch;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.control.RouteFolder;
import dev.serai.management.lifecycle.control.Surroundings;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.deploy.Deployer;
import dev.serai.management.lifecycle.deploy.StartGuard;
import dev.serai.management.lifecycle.store.JdbiVersionStore;
import dev.serai.management.lifecycle.watch.WatchedFolder;
import dev.serai.management.lifecycle.watch.Watcher;
import dev.serai.management.monitoring.connection.ConnectionNews;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

/** A running Serai: what it is made of, in the order in which it is started, and stopped in reverse. */
public final class SeraiRuntime implements AutoCloseable {

    private static final long LARGEST_DEAD_LETTER = 64L * 1024 * 1024;

    private final Settings settings;
    private final Instant since = Instant.now();
    private final CountDownLatch stopWish = new CountDownLatch(1);
    private final Closing closing = new Closing();
    private final Tls tls;
    private final SharedHttpServer http;
    private final Connections connections;
    private final IntegrationControl control;
    private final Auditing auditing;
    private final Access access;
    private final String token = AccessToken.random();
    private volatile ManagementPort port = ManagementPort.CLOSED;
    private volatile boolean ready;
    private final ServiceRegistry services = new ServiceRegistry();
    private @Nullable IntegrationHub hub;

    private SeraiRuntime(Configuration configuration) throws IOException {
        connections = Connections.read(configuration);
        tls = Tls.read(configuration);
        ConfigurationException.throwIfAny(
                together(Stream.of(configuration.findings(), connections.findings(), tls.findings())));
        settings = configuration.settings();
        SideBySide starting = new SideBySide();
        try {
            Home.prepare(settings);
            Deserialization.restrict();
            closing.with(connections, Connections::close);
            Transformations transformations =
                    new Transformations(settings.transformations(), connections.packs()::attachAlone);

            WarmUp.begin();
            SideBySide.Part<SharedHttpServer> opening = starting.begin(
                    "http",
                    () -> closing.with(
                            SharedHttpServer.open(
                                    settings.http(), settings.state().resolve("uploads"), tls.http()),
                            SharedHttpServer::close));
            Database database = closing.with(Database.open(settings.store(), settings.state()), Database::close);
            auditing = closing.with(new Auditing(settings), Auditing::close);
            access = closing.with(
                    Access.open(settings, database, new AccessToken(token), auditing.log()), Access::close);
            Governing governing = Governing.begin(configuration, connections, auditing.log());
            Tracing tracing = Tracing.begin(settings, database, closing);
            JdbiVersionStore store = new JdbiVersionStore(database);
            DeadLetters deadLetters = new DeadLetters(database, LARGEST_DEAD_LETTER);
            EventBus events = closing.with(new EventBus(database, EventSettings.DEFAULT, deadLetters), EventBus::close);

            Metering metering =
                    closing.with(new Metering(events, deadLetters, database, connections::waiting), Metering::close);
            Anomalies anomalies =
                    closing.with(new Anomalies(settings.anomaly(), database, connections, events), Anomalies::close);
            ConnectionNews news = new ConnectionNews();
            Watchfulness watch =
                    new Watchfulness(settings.health(), connections, news, tls.ports(), anomalies::lasting);
            Optimizing optimizing = new Optimizing(settings.optimization());
            Checks checks = new Checks(configuration, connections, transformations, governing.policies());
            ContextFactory contexts = new ContextFactory(
                    settings.deploy().jmx(),
                    tracing.beside(
                            metering::attach,
                            (context, content) -> configuration.attach(context),
                            (context, content) -> connections.attach(context, content.name()),
                            checks.packs()::attach,
                            (context, content) -> watch.attach(context),
                            (context, content) -> TransformComponent.attach(context, transformations),
                            (context, content) -> JsonBuffers.attach(context),
                            (context, content) -> optimizing.attach(context),
                            (context, content) -> failures(configuration, content, deadLetters)
                                    .attach(context, content.name(), content.number()),
                            Console.inspection(settings.deploy()),
                            governing::attach,
                            (context, content) -> services.attach(context, content.name(), content.number()),
                            (context, content) -> events.attach(context, content.name(), content.number())));
            http = opening.get();
            StartGuard guard = new StartGuard(settings.deploy().startTimeout());
            Deployer deployer = closing.with(
                    new Deployer(
                            contexts,
                            http,
                            settings.deploy(),
                            guard,
                            stored -> configuration.propertiesFor(stored.bundle())),
                    Deployer::close);
            Surroundings surroundings = new Surroundings(
                    governing.deciding(checks.gate()),
                    checks::landscape,
                    store,
                    deployer,
                    bundle -> ProbationSettings.from(
                            configuration.forIntegration(bundle).values()),
                    change -> {
                        if (change.kind() == IntegrationChange.Kind.REMOVED) {
                            events.forget(change.integration());
                            tracing.forget(change.integration());
                        }
                        metering.changed(change);
                    });
            control = closing.with(
                    new IntegrationControl(
                            surroundings, new RouteFolder(settings.routes()), tracing.log()::tail, guard::leftovers),
                    IntegrationControl::close);
            closing.with(watch, Watchfulness::close);
            WatchedConnections followed = closing.with(
                    new WatchedConnections(settings, connections, control, news, auditing), WatchedConnections::close);
            List<ManagementPart> parts = List.of(
                    access.asked(),
                    metering.asked(
                            control,
                            watch::list,
                            anomalies::addTo,
                            settings.access().metricsOpen()),
                    anomalies.asked(),
                    watch.asked(() -> ready),
                    tracing.asked(control),
                    followed.asked(),
                    governing.asked(control, checks),
                    auditing.asked(configuration.secrets()),
                    Console.asked(settings.access(), access.loginLinks(), auditing.log(), closing));
            SideBySide.Part<ManagementPort> managing = starting.begin(
                    "management", () -> manage(new Management(control, checks, tracing.tail(), deadLetters, parts)));
            control.restore();
            follow();
            managing.get();
            tellWhere();
            ready = true;
            metering.begin();
            optimizing.begin(closing);
            WatchedIntegrations seen = new WatchedIntegrations(control, store, configuration);
            anomalies.begin(metering.traffic(), connections, seen, watch::list);
            watch.begin(seen, new WatchedStore.Sources(database, events, deadLetters));
            auditing.begin();
            access.begin();
            followed.begin();
            governing.follow(control).ifPresent(watcher -> closing.with(watcher, Watcher::close));
            WatchedTransformations.follow(settings, transformations, auditing)
                    .ifPresent(watcher -> closing.with(watcher, Watcher::close));
        } catch (IOException | RuntimeException e) {
            starting.close();
            closing.close();
            throw e;
        }
    }

    private static List<Finding> together(Stream<List<Finding>> findings) {
        return findings.flatMap(List::stream).toList();
    }

    /**
     * Starts everything; returns when every integration runs or has told why not.
     *
     * @param configuration as read; what is wrong with it is told together with what is wrong with the connections
     * @throws ConfigurationException with everything that is wrong, before anything starts
     * @throws IOException when a port, the state folder or the database cannot be had; the message says what to do
     */
    public static SeraiRuntime start(Configuration configuration) throws IOException {
        return new SeraiRuntime(configuration);
    }

    private static DeadLetterErrorHandler failures(
            Configuration configuration, ContextFactory.Content content, DeadLetters deadLetters) {
        return new DeadLetterErrorHandler(
                deadLetters,
                configuration.forIntegration(content.bundle()).settings().retry());
    }

    private void follow() {
        List<Watcher.Known> known = control.status().stream()
                .map(status -> new Watcher.Known(status.name(), status.source().substring("routes/".length())))
                .toList();
        Watcher watcher = new Watcher(
                WatchedFolder.ofRoutes(settings.routes()),
                settings.watch(),
                new WatchedChanges(control, auditing),
                known);
        closing.with(watcher, Watcher::close);
        watcher.start();
    }

    private ManagementPort manage(Management management) {
        ManagementApi api = management.api(this::status, stopWish::countDown, auditing.log());
        List<ContextHandler> served =
                Stream.concat(Stream.of(api.context()), management.beside()).toList();
        ManagementServer server = closing.with(
                new ManagementServer(settings.management(), tls.management(), access.admission(), served),
                ManagementServer::close);
        port = ManagementPort.open(server, settings, tls);
        return port;
    }

    /** Only a runtime that is ready is found by the command line. */
    private void tellWhere() throws IOException {
        RuntimeFile file = new RuntimeFile(ProcessHandle.current().pid(), port.url(), httpUrl(), token, since);
        closing.with(RuntimeNotice.write(settings.state(), file, tls), RuntimeNotice::close);
        closing.with(tls.watch(), CertificateWatch::close);
    }

    private RuntimeStatus status() {
        return new RuntimeStatus(
                ProductVersion.get(),
                ProcessHandle.current().pid(),
                settings.home().toString(),
                new RuntimeStatus.Ports(http.port(), port.number()),
                Runtime.version().toString(),
                since,
                control.leftovers());
    }

    /** What a Java program can ask of the integrations. */
    public IntegrationManager manager() {
        return new AuditedIntegrations(control, auditing.log());
    }

    /**
     * Joins endpoints from Java.
     *
     * @param by the user's name in the history of versions
     */
    public Integrations integrations(String by) {
        return new Integrations(manager(), by);
    }

    /** Where Java services and integrations meet; it closes with the runtime. */
    public IntegrationHub hub() {
        synchronized (closing) {
            if (hub == null) {
                hub = closing.with(IntegrationHub.open(services), IntegrationHub::close);
            }
            return hub;
        }
    }

    /** The paths of all that is mounted on the management port; none of them lets somebody unknown in by itself. */
    public List<String> managementPaths() {
        return port.paths();
    }

    /** The generated password of the user admin; only at the first start, and only from here. */
    Optional<String> firstPassword() {
        return access.firstPassword();
    }

    public List<IntegrationStatus> integrations() {
        return control.status();
    }

    /** Where the integrations answer. */
    public String httpUrl() {
        return Tls.url(tls.http(), settings.http().host(), http.port());
    }

    /** Where the management API answers. */
    public String managementUrl() {
        return port.url();
    }

    /** Waits until somebody asks for the end through the management API. */
    public void awaitStopWish() throws InterruptedException {
        stopWish.await();
    }

    /** Drains what is in flight, then ends everything. */
    @Override
    public void close() {
        closing.close();
    }
}
