package dev.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.connector.Flood.Taken;
import dev.serai.engine.cloud.connection.ConnectorFiles;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.CommandRun;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every connector does, shown with the whole runtime against the real system. A connector's test extends it and tells its
 * {@link SystemUnderTest}; a point that the system cannot meet is declared there and in the connector's README. One system and one Serai serve all
 * tests of a class, in this order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
public abstract class ConnectorContract {

    /** One for each test, so that none sees another's messages. */
    public static final List<String> CHANNELS = List.of("bodies", "refused", "drained", "flood", "killed");

    private static final String CONNECTION = "under-test";
    private static final int MANY = 10_000;
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Retries that are short, so that a system that is away is told of at once; probes that are frequent. */
    private static final Map<String, String> SETTINGS = Map.of(
            "serai.retry.attempts", "1",
            "serai.retry.delay", "50ms",
            "serai.deploy.drain", DRAIN.toSeconds() + "s",
            "serai.health.interval", "200ms",
            "serai.health.probe-interval", "1s");

    /** Nothing listens there: a port that is free now may be taken by the server a moment later. */
    private static final int CLOSED_PORT = 1;

    private Path folder;
    private SystemUnderTest system;
    private Connector connector;
    private ContractHome home;
    private LeftBehind leftBehind;
    private LiveSerai serai;
    private Desk desk;
    private Door door;

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
    }

    private static Connector connector(String name) {
        List<Finding> findings = new ArrayList<>();
        return new ConnectorFiles(Path.of("connectors"), findings::add)
                .find(name)
                .orElseThrow(() -> new AssertionError(findings));
    }

    private ContractHome home(String name) throws IOException {
        return ContractHome.in(Files.createDirectory(folder.resolve(name)), system, connector)
                .connection(CONNECTION, Map.of());
    }

    private void integrations(ContractHome where, List<String> channels) throws IOException {
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

    private Map<String, String> settings() {
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

    private boolean isSink() {
        return connector.capabilities().contains(Capability.SINK);
    }

    private boolean isSource() {
        return connector.capabilities().contains(Capability.SOURCE);
    }

    private boolean can(Point point) {
        return !system.limits().containsKey(point);
    }

    @Test
    @Order(1)
    void saysWhatItPromisesAndWhatItCannot() throws IOException {
        String readme = Files.readString(Path.of("connectors", connector.name(), "README.md"))
                .replaceAll("\\s+", " ");

        assertThat(connector.capabilities()).as("capabilities").isNotEmpty();
        assertThat(connector.delivery()).matches("(at-most-once|at-least-once|exactly-once).*");
        assertThat(system.limits().values())
                .allSatisfy(reason -> assertThat(readme).contains(reason));
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void bodyAndHeadersArriveAsTheyWereSent(Sample sample) throws Exception {
        if (sample.needs().filter(point -> !can(point)).isPresent()) {
            return;
        }
        if (!isSource() || !isSink()) {
            bodyArrives(sample);
            return;
        }

        assertThat(door.send("/send/under-test/bodies", sample.body())).isEqualTo(Taken.SENT);

        Recorded recorded = Recorded.next(home.path().resolve("received/bodies"), PATIENCE);
        assertThat(recorded.body()).isEqualTo(sample.body());
        if (can(Point.HEADERS)) {
            assertThat(recorded.headers()).isEqualTo(ContractHome.TEXT + "|" + ContractHome.NUMBER);
        }
    }

    /** One way: what the system holds, or what it was given, by its own client. */
    private void bodyArrives(Sample sample) throws Exception {
        String text = new String(sample.body(), StandardCharsets.UTF_8);
        if (isSink()) {
            assertThat(door.send("/send/under-test/bodies", sample.body())).isEqualTo(Taken.SENT);
            await().atMost(PATIENCE).until(() -> system.contents("bodies"), all -> all.contains(text));
        } else {
            system.put("bodies", List.of(text));
            assertThat(Recorded.next(home.path().resolve("received/bodies"), PATIENCE)
                            .body())
                    .isEqualTo(sample.body());
        }
    }

    @Test
    @Order(3)
    void wrongCredentialsAreCalledSo() throws Exception {
        if (can(Point.CREDENTIALS)) {
            isToldOf("denied", system.saysWrongCredentials());
        }
    }

    @Test
    @Order(4)
    void anUnreachableHostIsCalledSo() throws Exception {
        if (can(Point.REACHABLE)) {
            isToldOf("nowhere", system.saysUnreachable(CLOSED_PORT));
        }
    }

    private void isToldOf(String connection, String pattern) throws Exception {
        CommandRun test = CommandRun.of(home.path(), "connection", "test", connection, "--output", "json");
        assertThat(test.code()).as(test.out()).isEqualTo(1);
        assertThat(test.json().path("error").asText()).containsPattern(pattern);
        home.secrets().forEach(secret -> assertThat(test.out() + test.err()).doesNotContain(secret));
        if (isSink()) {
            becomesALetter(connection, pattern);
        }
    }

    private void becomesALetter(String connection, String pattern) throws Exception {
        JsonNode receipt = serai.door().saved(connection + ".camel.yaml", home.sender(connection, List.of("refused")));
        assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();

        assertThat(door.send("/send/" + connection + "/refused", "unwelcome".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Taken.KEPT);

        JsonNode letter = desk.letters().get(0);
        desk.discard(letter);
        Files.delete(home.path().resolve("routes/" + connection + ".camel.yaml"));
        assertThat(letter.path("cause").asText()).containsPattern(pattern);
        home.secrets().forEach(secret -> assertThat(letter.toString()).doesNotContain(secret));
    }

    @Test
    @Order(5)
    void whatIsRefusedIsKeptAndHealthAndMetricsTell() throws Exception {
        JsonNode up = desk.connection(CONNECTION, Desk::isUp);
        assertThat(up.path("latencyMillis").isNumber()).as("%s", up).isTrue();
        assertThat(up.path("usedBy").toString()).contains(isSource() ? "receiver" : "sender");
        assertThat(door.metrics()).contains("serai_connection_up{connection=\"under-test\"} 1");

        system.kill();
        if (isSink()) {
            refuses();
        }
        if (can(Point.REACHABLE)) {
            JsonNode down = desk.connection(CONNECTION, Desk::isDown);
            assertThat(down.path("error").asText()).isNotEmpty();
            assertThat(door.metrics()).contains("serai_connection_up{connection=\"under-test\"} 0");
        }

        system.restart();
        desk.connection(CONNECTION, Desk::isUp);
        desk.redriveAll();
        try (Flood one = flood(1, "refused", "after")) {
            one.await(1);
            arrivals(home, "refused").all(one, PATIENCE);
        }
        if (isSink()) {
            await().atMost(PATIENCE).until(() -> arrivals(home, "refused").different("refused") == 10);
        }
    }

    private void refuses() throws Exception {
        try (Flood few = flood(10, "refused", "refused")) {
            few.await(10);
            assertThat(few.kept()).as(few.toString()).isEqualTo(10);
        }
    }

    @Test
    @Order(6)
    void drainsWithinTheDeadline() throws Exception {
        try (Flood flood = flood(2_000, "drained", "drained")) {
            flood.await(500);

            long begin = System.nanoTime();
            JsonNode receipt = serai.door().saved(changing() + ".camel.yaml", changed());
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);

            assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();
            assertThat(taken).isLessThan(DRAIN.plusSeconds(5));
            flood.await(flood.size());
            desk.redriveAll();
            told("a redeployment", flood, arrivals(home, "drained").all(flood, PATIENCE));
        }
    }

    private String changing() {
        return isSource() ? "receiver" : "sender";
    }

    private String changed() throws IOException {
        return Files.readString(home.path().resolve("routes/" + changing() + ".camel.yaml")) + "\n# changed\n";
    }

    @Test
    @Order(7)
    void aKilledSystemLosesNothing() throws Exception {
        if (!can(Point.DURABLE)) {
            return;
        }
        try (Flood flood = flood(MANY, "flood", "flood")) {
            flood.await(MANY / 3);
            system.kill();
            system.restart();
            flood.await(MANY);
            desk.redriveAll();
            told("a kill of the system", flood, arrivals(home, "flood").all(flood, PATIENCE));
        }
    }

    @Test
    @Order(8)
    void closesAndLeavesNothingBehind() throws Exception {
        for (String integration : List.of("sender", "receiver", "recorder")) {
            Files.deleteIfExists(home.path().resolve("routes/" + integration + ".camel.yaml"));
        }
        await().atMost(PATIENCE).until(() -> serai.door().statuses().isEmpty());

        long begin = System.nanoTime();
        serai.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DRAIN.plusSeconds(5));
        if (can(Point.THREADS)) {
            leftBehind.assertNoThread();
        }
        leftBehind.assertNoConnection();
    }

    @Test
    @Order(9)
    void aKilledSeraiLosesNothing() throws Exception {
        ContractHome second = home("second");
        integrations(second, List.of("killed"));
        second.settings(settings());
        ChildSerai child = ChildSerai.start(second.path());
        try (Flood flood = flood(MANY, "killed", "killed", new Door(second.path()))) {
            flood.await(MANY / 3);
            child.kill();
            child = ChildSerai.start(second.path());
            flood.await(MANY);
            new Desk(child.door()).redriveAll();
            told("a kill of Serai", flood, arrivals(second, "killed").all(flood, PATIENCE));
        } finally {
            child.close();
        }
    }

    /** What Prometheus reads of the Serai that runs at a home. */
    protected static String metrics(Path where) throws IOException, InterruptedException {
        return new Door(where).metrics();
    }

    private Flood flood(int size, String channel, String prefix) {
        return flood(size, channel, prefix, door);
    }

    private Flood flood(int size, String channel, String prefix, Door to) {
        return Flood.of(size, prefix, body -> {
            if (isSink()) {
                return to.send("/send/under-test/" + channel, body.getBytes(StandardCharsets.UTF_8));
            }
            system.put(channel, List.of(body));
            return Taken.SENT;
        });
    }

    private Arrivals arrivals(ContractHome where, String channel) {
        return isSource()
                ? Arrivals.in(where.path().resolve("received").resolve(channel))
                : Arrivals.in(() -> system.contents(channel));
    }

    private void told(String what, Flood flood, int duplicates) {
        System.out.println(connector.name() + ": " + flood.size() + " messages over " + what + ", " + flood.kept()
                + " of them redriven, " + duplicates + " duplicates");
        if (!connector.delivery().startsWith("at-least-once")) {
            assertThat(duplicates)
                    .as("duplicates, promised is %s", connector.delivery())
                    .isZero();
        }
    }
}
