package dev.serai.management.monitoring.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection is judged by what it answers: with a real PostgreSQL that is ended and started again. */
class ConnectionHealthIT {

    private static final String PASSWORD = "correct-horse-battery";

    private static final String STOCK = """
            - route:
                id: count
                from:
                  uri: platform-http:/count
                  steps:
                    - to: "stock:select 1 as one"
                    - setBody: {simple: "${body[0][one]}"}
            - route:
                id: wrong
                errorHandler: {noErrorHandler: {}}
                from:
                  uri: platform-http:/wrong
                  steps:
                    - to: "stock:select 1 from nowhere"
            """;

    private static final String CONNECTION = """
            connector: postgresql
            parameters: {host: 127.0.0.1, port: %d, database: postgres, user: postgres, password: "{{file:password.txt}}", connect-timeout: 1000}
            """;

    @TempDir
    Path home;

    @Test
    void aDatabaseThatIsEndedIsDownAndUpAgainWhenItIsBack() throws Exception {
        int port = freePort();
        Path data = home.resolve("database");
        EmbeddedPostgres database = database(port, data);
        prepare(port);
        try (LiveSerai serai = LiveSerai.start(
                home, Map.of("serai.health.interval", "200ms", "serai.health.probe-interval", "500ms"))) {
            RunningSerai door = serai.door();
            assertThat(door.saved("shop.camel.yaml", STOCK).path("accepted").asBoolean())
                    .isTrue();

            JsonNode up = until(door, "stock", one -> health(one).equals("UP"));
            assertThat(up.path("usedBy").path(0).asText()).isEqualTo("shop");
            assertThat(up.path("latencyMillis").isNumber()).isTrue();
            assertThat(up.path("error").isNull()).isTrue();
            assertThat(find(door, "unused").path("health").asText()).isEqualTo("UNKNOWN");
            assertThat(door.get("/count")).contains("1");
            aMessagesOwnFaultLeavesItUp(door);

            database.close();
            JsonNode down = until(door, "stock", one -> health(one).equals("DOWN"));
            assertThat(down.path("error").asText()).isNotEmpty().doesNotContain(PASSWORD);
            assertThat(down.path("lastSuccess").asText()).isNotEmpty();
            assertThat(test(door)).isEqualTo("DOWN");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(alerts(door)).contains("connection:stock"));
            assertThat(node(door)).isEqualTo("DOWN");

            database = database(port, data);
            until(door, "stock", one -> health(one).equals("UP"));
            assertThat(test(door)).isEqualTo("UP");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(alerts(door)).doesNotContain("connection:stock"));
        } finally {
            database.close();
        }
    }

    private static void aMessagesOwnFaultLeavesItUp(RunningSerai door) {
        assertThat(door.get("/wrong")).startsWith("500");
        JsonNode one = until(door, "stock", seen -> seen.path("lastFailure").isTextual());

        assertThat(health(one)).isEqualTo("UP");
        assertThat(one.path("error").isNull()).isTrue();
    }

    private void prepare(int port) throws IOException {
        Path connections = Files.createDirectories(home.resolve("config/connections"));
        Files.createDirectories(home.resolve("routes"));
        Files.writeString(home.resolve("password.txt"), PASSWORD);
        Files.writeString(connections.resolve("stock.yaml"), CONNECTION.formatted(port));
        Files.writeString(connections.resolve("unused.yaml"), "connector: h2\n");
        for (String connector : List.of("h2", "postgresql")) {
            Path target = Files.createDirectories(home.resolve("connectors").resolve(connector));
            Files.copy(Path.of("connectors", connector, "connector.yaml"), target.resolve("connector.yaml"));
        }
    }

    private static EmbeddedPostgres database(int port, Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String health(JsonNode connection) {
        return connection.path("health").asText();
    }

    private static String test(RunningSerai door) {
        return health(door.api("POST", "/connections/stock/test", "").json());
    }

    private static JsonNode until(RunningSerai door, String name, Predicate<JsonNode> wanted) {
        return await(name).atMost(Duration.ofSeconds(20)).until(() -> find(door, name), wanted::test);
    }

    private static JsonNode find(RunningSerai door, String name) {
        return stream(door.api("GET", "/connections", "").json())
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> alerts(RunningSerai door) {
        return stream(door.api("GET", "/alerts", "").json())
                .map(alert -> alert.path("id").asText())
                .toList();
    }

    private static String node(RunningSerai door) {
        return stream(door.api("GET", "/topology", "").json().path("nodes"))
                .filter(node -> node.path("id").asText().equals("connection:stock"))
                .map(node -> node.path("health").asText())
                .findFirst()
                .orElse("");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
