package dev.serai.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.server.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages from Kafka, transformed, into PostgreSQL, while both servers and Serai are killed: as many rows as messages. Of a million of them:
 * {@code ./mvnw verify -Dit.test=KafkaToPostgresIT -Dserai.messages=1000000}.
 */
class KafkaToPostgresIT {

    private static final int MESSAGES = Integer.getInteger("serai.messages", 20_000);
    private static final Duration PATIENCE = Duration.ofMinutes(2).plusMillis(MESSAGES);

    private static final String KAFKA = """
            connector: kafka
            parameters: {brokers: "%s"}
            """;
    private static final String POSTGRES = """
            connector: postgresql
            parameters: {host: 127.0.0.1, port: %d, database: postgres, user: postgres, connect-timeout: 2000, password: "{{file:%s}}"}
            """;
    private static final String PRODUCER = """
            - from:
                uri: timer:once?repeatCount=1&delay=0
                steps:
                  - setBody: {constant: %d}
                  - loop:
                      simple: "${body}"
                      steps:
                        - setBody: {simple: '{"id": ${exchangeProperty.CamelLoopIndex}, "price": "12.50"}'}
                        - setHeader: {name: kafka.KEY, simple: "${exchangeProperty.CamelLoopIndex}"}
                        - to: events:orders?lingerMs=5
            """;
    private static final String LOADER = """
            - from:
                uri: events:orders?consumersCount=2
                steps:
                  - unmarshal: {json: {library: Jackson}}
                  - setBody: {groovy: "[id: body.id, cents: new BigDecimal(body.price).movePointRight(2).intValueExact()]"}
                  - to: "stock:insert into orders (id, cents) values (:#id, :#cents) on conflict (id) do nothing"
            """;

    @TempDir
    Path folder;

    private final int port = Ports.free();

    @Test
    void asManyRowsAsMessagesOverKillsOfAll() throws Exception {
        Path producing = home("producing");
        Path loading = home("loading");
        try (KafkaServer kafka = new KafkaServer()) {
            kafka.start(Files.createDirectory(folder.resolve("kafka")));
            EmbeddedPostgres postgres = postgres();
            try {
                sql("create table orders (id bigint primary key, cents integer not null)");
                connections(kafka, producing, loading);
                Files.writeString(producing.resolve("routes/producer.camel.yaml"), PRODUCER.formatted(MESSAGES));
                Files.writeString(loading.resolve("routes/loader.camel.yaml"), LOADER);
                try (LiveSerai producer = LiveSerai.start(producing)) {
                    postgres = load(kafka, postgres, loading);
                    assertThat(producer.door().status("producer").path("state").asText())
                            .isEqualTo("LIVE");
                }
                assertThat(count("select count(*) from orders")).isEqualTo(MESSAGES);
                assertThat(count("select count(distinct id) from orders where cents = 1250"))
                        .isEqualTo(MESSAGES);
            } finally {
                postgres.close();
            }
        }
    }

    private EmbeddedPostgres load(KafkaServer kafka, EmbeddedPostgres first, Path loading) throws Exception {
        EmbeddedPostgres postgres = first;
        ChildSerai serai = ChildSerai.start(loading);
        try {
            awaitRows(MESSAGES / 5);
            kafka.kill();
            kafka.restart();
            awaitRows(MESSAGES * 2L / 5);
            kill(first);
            postgres = postgres();
            awaitRows(MESSAGES * 3L / 5);
            serai.kill();
            serai = ChildSerai.start(loading);
            awaitAll(serai);
            return postgres;
        } finally {
            serai.close();
        }
    }

    private void awaitRows(long enough) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count("select count(*) from orders") >= enough);
    }

    /** What PostgreSQL could not take while it was away is kept as dead letters. */
    private void awaitAll(ChildSerai serai) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            serai.door()
                    .api("GET", "/deadletters?state=KEPT&limit=1000", "")
                    .json()
                    .forEach(letter -> serai.door()
                            .api("POST", "/deadletters/" + letter.path("id").asLong() + "/redrive", ""));
            return count("select count(*) from orders") == MESSAGES;
        });
    }

    private Path home(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("routes"));
        Files.createDirectories(home.resolve("config/connections"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        return home;
    }

    private void connections(KafkaServer kafka, Path... homes) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "postgres");
        for (Path home : homes) {
            Path connections = home.resolve("config/connections");
            Files.writeString(connections.resolve("events.yaml"), KAFKA.formatted(kafka.openBrokers()));
            Files.writeString(connections.resolve("stock.yaml"), POSTGRES.formatted(port, password));
        }
    }

    /** What it has answered is on disk: by default this one would lose the last moments. */
    private EmbeddedPostgres postgres() {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> EmbeddedPostgres.builder()
                                .setPort(port)
                                .setDataDirectory(folder.resolve("database"))
                                .setCleanDataDirectory(false)
                                .setServerConfig("synchronous_commit", "on")
                                .start(),
                        started -> true);
    }

    private void kill(EmbeddedPostgres postgres) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("database/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        Files.deleteIfExists(folder.resolve("database/postmaster.pid"));
        postgres.close();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private long count(String query) {
        try (Connection connection = connect();
                Statement one = connection.createStatement();
                ResultSet result = one.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            return -1;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
    }
}
