package dev.serai.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.server.KillablePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million messages from Kafka, transformed, into PostgreSQL, while both servers and Serai are killed: as many rows as messages. Another number of them:
 * {@code ./mvnw verify -Dit.test=KafkaToPostgresIT -Dmessages=100000}.
 */
class KafkaToPostgresIT {

    private static final int MESSAGES = Integer.getInteger("messages", 1_000_000);
    private static final Duration PATIENCE = Duration.ofMinutes(3).plusMillis(MESSAGES);

    private static final String KAFKA = """
            connector: kafka
            parameters: {brokers: "%s", delivery-timeout: 240000}
            """;
    private static final String POSTGRES = """
            connector: postgresql
            parameters: {host: 127.0.0.1, port: %d, database: %s, user: %s, connect-timeout: 2000, password: "{{file:%s}}"}
            """;
    private static final int CHUNK = 1_000;

    private static final String PRODUCER = """
            - from:
                uri: timer:once?repeatCount=1&delay=0
                steps:
                  - loop:
                      constant: %d
                      steps:
                        - setBody:
                            groovy: '(0..<%d).collect { "{\\"id\\": ${exchange.getProperty("CamelLoopIndex") * %<d + it}, \\"price\\": \\"12.50\\"}".toString() }'
                        - to: events:orders
            """;
    private static final String LOADER = """
            - from:
                uri: events:orders?batching=true&maxPollRecords=2000&consumersCount=2
                steps:
                  - setBody:
                      groovy: |
                        def json = new com.fasterxml.jackson.databind.ObjectMapper()
                        body.collect {
                          def order = json.readValue(it.message.body, Map)
                          [id: order.id, cents: (order.price as BigDecimal).movePointRight(2).intValueExact()]
                        }
                  - to: "stock:insert into orders (id, cents) values (:#id, :#cents) on conflict (id) do nothing?batch=true"
                  - script: {groovy: "request.headers.CamelKafkaManualCommit.commit()"}
            """;

    @TempDir
    Path folder;

    @Test
    void asManyRowsAsMessagesOverKillsOfAll() throws Exception {
        Path producing = home("producing");
        Path loading = home("loading");
        try (KafkaServer kafka = new KafkaServer();
                KillablePostgres postgres = KillablePostgres.in(Files.createDirectory(folder.resolve("postgres")))) {
            kafka.start(Files.createDirectory(folder.resolve("kafka")));
            postgres.execute("create table orders (id bigint primary key, cents integer not null)");
            connections(kafka, postgres, producing, loading);
            Files.writeString(
                    producing.resolve("routes/producer.camel.yaml"), PRODUCER.formatted(MESSAGES / CHUNK, CHUNK));
            Files.writeString(loading.resolve("routes/loader.camel.yaml"), LOADER);
            try (LiveSerai producer = LiveSerai.start(producing)) {
                load(kafka, postgres, loading);
                assertThat(producer.door().api("GET", "/deadletters", "").json())
                        .isEmpty();
            }
            assertThat(count(postgres, "select count(*) from orders")).isEqualTo(MESSAGES);
            assertThat(count(postgres, "select count(distinct id) from orders where cents = 1250"))
                    .isEqualTo(MESSAGES);
        }
    }

    private void load(KafkaServer kafka, KillablePostgres postgres, Path loading) throws Exception {
        ChildSerai serai = ChildSerai.start(loading);
        try {
            awaitRows(postgres, serai, MESSAGES / 5);
            kafka.kill();
            kafka.restart();
            awaitRows(postgres, serai, MESSAGES * 2L / 5);
            postgres.kill();
            postgres.restart();
            awaitRows(postgres, serai, MESSAGES * 3L / 5);
            serai.kill();
            serai = ChildSerai.start(loading);
            awaitRows(postgres, serai, MESSAGES);
            assertThat(serai.door().api("GET", "/deadletters", "").json()).isEmpty();
        } finally {
            serai.close();
        }
    }

    private static void awaitRows(KillablePostgres postgres, ChildSerai serai, long enough) {
        await(enough + " rows")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(count(postgres, "select count(*) from orders"))
                        .as(serai::output)
                        .isGreaterThanOrEqualTo(enough));
    }

    private Path home(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("routes"));
        Files.createDirectories(home.resolve("config/connections"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        return home;
    }

    private void connections(KafkaServer kafka, KillablePostgres postgres, Path... homes) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), KillablePostgres.PASSWORD);
        for (Path home : homes) {
            Path connections = home.resolve("config/connections");
            Files.writeString(connections.resolve("events.yaml"), KAFKA.formatted(kafka.openBrokers()));
            Files.writeString(
                    connections.resolve("stock.yaml"),
                    POSTGRES.formatted(postgres.port(), KillablePostgres.DATABASE, KillablePostgres.USER, password));
        }
    }

    private static long count(KillablePostgres postgres, String query) {
        try (Connection connection = postgres.connect();
                Statement one = connection.createStatement();
                ResultSet result = one.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            return -1;
        }
    }
}
