package dev.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.connector.Flood.Taken;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every connector does, shown with the whole runtime against the real system. A connector's test extends it and tells its
 * {@link SystemUnderTest}; a point that the system cannot meet is declared there and in the connector's README. One system and one Serai serve all
 * tests of a class, in this order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
public abstract class ConnectorContract extends ContractStage {

    /** One for each test, so that none sees another's messages. */
    public static final List<String> CHANNELS = List.of("bodies", "refused", "drained", "flood", "killed");

    private static final int MANY = 10_000;

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
            system.put("bodies", sample.body());
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
}
