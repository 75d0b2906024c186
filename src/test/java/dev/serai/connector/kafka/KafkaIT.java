package dev.serai.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.LiveSerai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaIT extends ConnectorContract {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MANY = 5_000;

    private static final String CONNECTION = """
            connector: kafka
            parameters:
              brokers: %s
            """;
    private static final String PRODUCER = """
            - route:
                id: produce-%1$s
                from:
                  uri: timer:produce-%1$s?repeatCount=1&delay=0
                  steps:
                    - setBody: {groovy: "(1..%2$d).collect { 'n-' + it }"}
                    - to: events-kafka:%1$s
            """;
    private static final String MOVER = """
            - route:
                id: move
                from:
                  uri: once:source?maxPollRecords=200
                  steps:
                    - setBody: {simple: "moved-${body}"}
                    - to: once:target
            """;
    private static final String READER = """
            - route:
                id: read-%1$s
                from:
                  uri: "%2$s"
                  steps:
                    - setBody: {simple: {expression: "${body}\\n", trim: false}}
                    - to: "file:{{serai.home}}/read?fileName=%1$s&fileExist=Append"
            """;

    /** Slowly enough that something waits for some seconds: what waits is told once a second. */
    private static final String SLOWLY = "steps:\n        - delay: {constant: 60}";

    private static final Pattern WAITING = Pattern.compile(
            "serai_connection_waiting\\{connection=\"safe\",group=\"reader\",source=\"numbers\"} [1-9]");

    private final KafkaServer kafka = new KafkaServer();

    @Override
    protected SystemUnderTest system() {
        return kafka;
    }

    @Test
    @Order(20)
    void movesExactlyOnceFromTopicToTopicOverKills(@TempDir Path mover, @TempDir Path home) throws Exception {
        prepare(mover);
        write(
                mover,
                "config/connections/once.yaml",
                CONNECTION.formatted(kafka.openBrokers()) + "  delivery: exactly-once\n");
        write(mover, "routes/mover.camel.yaml", MOVER);
        prepare(home);
        write(home, "routes/producer.camel.yaml", PRODUCER.formatted("source", MANY));
        write(
                home,
                "routes/reader.camel.yaml",
                READER.formatted("target", "events-kafka:target?isolationLevel=read_committed"));
        try (LiveSerai serai = LiveSerai.start(home)) {
            for (int kill = 1; kill <= 2; kill++) {
                int enough = kill * MANY / 4;
                try (ChildSerai child = ChildSerai.start(mover)) {
                    await().atMost(PATIENCE).until(() -> read(home, "target").size() >= enough);
                    child.kill();
                }
            }
            try (ChildSerai child = ChildSerai.start(mover)) {
                await(child.toString())
                        .atMost(PATIENCE)
                        .until(() -> new HashSet<>(read(home, "target")).size() == MANY);
                assertThat(serai.door().get("/nothing")).startsWith("404");
            }
        }

        assertThat(read(home, "target"))
                .doesNotHaveDuplicates()
                .hasSize(MANY)
                .allMatch(line -> line.startsWith("moved-n-"));
    }

    @Test
    @Order(21)
    void speaksTlsTellsWhatWaitsAndReplaysFromAnOffset(@TempDir Path home) throws Exception {
        prepare(home);
        write(
                home,
                "config/connections/safe.yaml",
                CONNECTION.formatted(kafka.tlsBrokers())
                        + """
                  security: SASL_SSL
                  sasl-mechanism: SCRAM-SHA-256
                  user: %s
                  password: "{{file:%s}}"
                  certificates: %s
                """.formatted(
                                KafkaServer.USER, write(home, "password", KafkaServer.SCRAM_PASSWORD), KafkaServer.CA));
        write(home, "routes/producer.camel.yaml", PRODUCER.formatted("numbers", 100));
        write(
                home,
                "routes/reader.camel.yaml",
                READER.formatted("numbers", "safe:numbers?maxPollRecords=5").replace("steps:", SLOWLY));
        try (LiveSerai serai = LiveSerai.start(home)) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> WAITING.matcher(metrics(home))
                    .find());
            await().atMost(PATIENCE).until(() -> read(home, "numbers").size() == 100);
            await().atMost(PATIENCE).until(() -> metrics(home)
                    .contains("serai_connection_waiting{connection=\"safe\",group=\"reader\",source=\"numbers\"} 0"));

            serai.door().saved("again.camel.yaml", READER.formatted("again", beginningAt("numbers", "0")));
            serai.door()
                    .saved("late.camel.yaml", READER.formatted("late", beginningAt("numbers", "2099-01-01T00:00:00Z")));

            await().atMost(PATIENCE).until(() -> read(home, "again").size() == 100);
            assertThat(read(home, "late")).isEmpty();
        }
    }

    private static String beginningAt(String topic, String beginning) {
        return "events-kafka:" + topic + "?additionalProperties.serai.begin-at=" + beginning;
    }

    @Test
    @Order(22)
    void itsSampleWorks(@TempDir Path home) throws Exception {
        prepare(home);
        for (String file : List.of("pricing.camel.yaml", "integration.yaml")) {
            write(home, "routes/pricing/" + file, Files.readString(Path.of("connectors/kafka/sample", file)));
        }
        write(home, "routes/reader.camel.yaml", READER.formatted("priced", "events-kafka:priced-orders"));
        write(
                home,
                "routes/producer.camel.yaml",
                PRODUCER.formatted("orders", 1)
                        .replace("'n-' + it", "'{\\\"id\\\": \\\"o-7\\\", \\\"quantity\\\": 12}'"));
        try (LiveSerai serai = LiveSerai.start(home)) {
            await().atMost(PATIENCE).until(() -> !read(home, "priced").isEmpty());

            assertThat(read(home, "priced")).containsExactly("{\"id\": \"o-7\", \"total\": 12}");
            assertThat(serai.door().status("pricing").path("state").asText()).isEqualTo("LIVE");
        }
    }

    private void prepare(Path home) throws IOException {
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        write(home, "config/connections/events-kafka.yaml", CONNECTION.formatted(kafka.openBrokers()));
    }

    private static Path write(Path home, String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        return Files.writeString(path, text);
    }

    private static List<String> read(Path home, String name) throws IOException {
        Path file = home.resolve("read").resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
