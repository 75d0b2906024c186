package dev.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.connector.Flood.Taken;
import dev.serai.engine.cloud.connection.ConnectorFiles;
import dev.serai.fixture.LiveSerai;
import dev.serai.foundation.Connector;
import dev.serai.foundation.Connector.Capability;
import dev.serai.foundation.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the contract stand on: the system, a Serai that is connected to it, and hands that send through it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractStage {

    static final String CONNECTION = "under-test";
    static final Duration DRAIN = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Retries that are short, so that a system that is away is told of at once; probes that are frequent. */
    private static final Map<String, String> SETTINGS = Map.of(
            "serai.retry.attempts", "1",
            "serai.retry.delay", "50ms",
            "serai.deploy.drain", DRAIN.toSeconds() + "s",
            "serai.health.interval", "200ms",
            "serai.health.probe-interval", "1s");

    /** Nothing listens there: a port that is free now may be taken by the server a moment later. */
    static final int CLOSED_PORT = 1;

    private Path folder;
    SystemUnderTest system;
    Connector connector;
    ContractHome home;
    LeftBehind leftBehind;
    LiveSerai serai;
    Desk desk;
    Door door;

    /** The system, not started yet. */
    protected abstract SystemUnderTest system();

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        system = system();
        connector = connector(system.connector());
        system.start(Files.createDirectory(folder.resolve("system")));
        home = home("home")
                .connection("denied", system.wrongCredentials())
                .connection("nowhere", system.unreachable(CLOSED_PORT));
        if (isSource()) {
            home.integration("recorder", home.recorder(CONNECTION, "bodies"));
        }
        integrations(home, List.of("bodies", "refused", "drained", "flood"));
        leftBehind = LeftBehind.from(system.port());
        serai = LiveSerai.start(home.path(), settings());
        desk = new Desk(serai.door());
        door = new Door(home.path());
        serai.door().statuses().forEach(status -> assertThat(
                        status.path("state").asText())
                .as("%s", status.path("receipt"))
                .isEqualTo("LIVE"));
    }

    private static Connector connector(String name) {
        List<Finding> findings = new ArrayList<>();
        return new ConnectorFiles(Path.of("connectors"), findings::add)
                .find(name)
                .orElseThrow(() -> new AssertionError(findings));
    }

    final ContractHome home(String name) throws IOException {
        return ContractHome.in(Files.createDirectory(folder.resolve(name)), system, connector)
                .connection(CONNECTION, Map.of());
    }

    final void integrations(ContractHome where, List<String> channels) throws IOException {
        if (isSink()) {
            where.integration("sender", where.sender(CONNECTION, channels));
        }
        if (isSource()) {
            where.integration("receiver", receiver(where, channels));
        }
    }

    private static String receiver(ContractHome where, List<String> channels) {
        return where.receiver(
                CONNECTION,
                channels.stream().filter(channel -> !channel.equals("bodies")).toList());
    }

    final Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(system.settings());
        return settings;
    }

    @AfterAll
    void close() throws Exception {
        try (SystemUnderTest closing = system) {
            if (serai != null) {
                serai.close();
            }
        }
    }

    final boolean isSink() {
        return connector.capabilities().contains(Capability.SINK);
    }

    final boolean isSource() {
        return connector.capabilities().contains(Capability.SOURCE);
    }

    final boolean can(Point point) {
        return !system.limits().containsKey(point);
    }

    /** What Prometheus reads of the Serai that runs at a home. */
    protected static String metrics(Path where) throws IOException, InterruptedException {
        return new Door(where).metrics();
    }

    final Flood flood(int size, String channel, String prefix) {
        return flood(size, channel, prefix, door);
    }

    final Flood flood(int size, String channel, String prefix, Door to) {
        return Flood.of(size, prefix, body -> {
            if (isSink()) {
                return to.send("/send/under-test/" + channel, body.getBytes(StandardCharsets.UTF_8));
            }
            system.put(channel, List.of(body));
            return Taken.SENT;
        });
    }

    final Arrivals arrivals(ContractHome where, String channel) {
        return isSource()
                ? Arrivals.in(where.path().resolve("received").resolve(channel))
                : Arrivals.in(() -> system.contents(channel));
    }

    final void told(String what, Flood flood, int duplicates) {
        System.out.println(connector.name() + ": " + flood.size() + " messages over " + what + ", " + flood.kept()
                + " of them redriven, " + duplicates + " duplicates");
        if (!connector.delivery().startsWith("at-least-once")) {
            assertThat(duplicates)
                    .as("duplicates, promised is %s", connector.delivery())
                    .isZero();
        }
    }
}
