package dev.serai.shipped;

import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.database.Database;
import dev.serai.engine.enterprise.deadletter.DeadLetter;
import dev.serai.engine.enterprise.deadletter.DeadLetterErrorHandler;
import dev.serai.engine.enterprise.deadletter.DeadLetterFilter;
import dev.serai.engine.enterprise.deadletter.DeadLetters;
import dev.serai.engine.enterprise.event.EventBus;
import dev.serai.engine.enterprise.event.EventSettings;
import dev.serai.engine.enterprise.http.SharedHttpServer;
import dev.serai.engine.enterprise.transformation.TransformComponent;
import dev.serai.engine.enterprise.transformation.Transformations;
import dev.serai.fixture.ShippedHome;
import dev.serai.foundation.Metadata;
import dev.serai.foundation.Version;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.settings.HttpSettings;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.deploy.Deployer;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.deploy.StartGuard;
import dev.serai.management.lifecycle.store.StoredVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The shipped integrations on everything that carries them, without gate, watcher and management port. */
final class ShippedRuntime implements AutoCloseable {

    private final ShippedHome home;
    private final Configuration configuration;
    private final Database database;
    private final DeadLetters deadLetters;
    private final EventBus events;
    private final Connections connections;
    private final SharedHttpServer http;
    private final StartGuard guard;
    private final Deployer deployer;
    private final List<RunningVersion> running = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    ShippedRuntime(ShippedHome home) throws Exception {
        this.home = home;
        configuration = home.configuration();
        database = Database.open(configuration.settings().store(), home.path().resolve("state"));
        deadLetters = new DeadLetters(database, 1_000_000);
        events = new EventBus(database, EventSettings.DEFAULT, deadLetters);
        DeadLetterErrorHandler failures =
                new DeadLetterErrorHandler(deadLetters, configuration.settings().retry());
        connections = Connections.load(configuration);
        Transformations transformations = new Transformations(home.path().resolve("transformations"));
        http = SharedHttpServer.open(
                new HttpSettings("127.0.0.1", 0, 1_000_000, Duration.ofSeconds(30), 100), home.path());
        guard = new StartGuard(Duration.ofSeconds(20));
        ContextFactory contexts = new ContextFactory(
                false,
                List.of(
                        (camel, version) -> connections.attach(camel),
                        (camel, version) -> failures.attach(camel, version.name(), version.number()),
                        (camel, version) -> TransformComponent.attach(camel, transformations),
                        (camel, version) -> events.attach(camel, version.name(), version.number())));
        deployer = new Deployer(
                contexts,
                http,
                configuration.settings().deploy(),
                guard,
                stored -> configuration.propertiesFor(stored.bundle()));
        start("shipping");
        start("orders");
    }

    List<DeadLetter> deadLetters() {
        return deadLetters.list(new DeadLetterFilter(null, null, null, 1000));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + http.port() + path);
    }

    private void start(String name) throws Exception {
        StoredVersion stored = new StoredVersion(
                new Version(name, 1, ""),
                home.bundle(name),
                CompiledClasses.NONE,
                Metadata.NONE,
                List.of(),
                Instant.now(),
                "test");
        RunningVersion version = deployer.prepare(stored);
        deployer.switchOver(null, version);
        running.add(version);
    }

    @Override
    public void close() {
        running.forEach(deployer::stop);
        deployer.close();
        http.close();
        events.close();
        connections.close();
        database.close();
    }
}
