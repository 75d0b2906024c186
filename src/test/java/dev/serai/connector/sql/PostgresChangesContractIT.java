package dev.serai.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.connector.ConnectedHome;
import dev.serai.connector.ConnectorContract;
import dev.serai.connector.Point;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.server.KillablePostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresChangesContractIT extends ConnectorContract {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String ACCOUNTS = """
            create table account (id integer primary key, name text, credit numeric(20, 4), ratio double precision, active boolean,
                born date, seen timestamp, at timestamptz, info jsonb, tags text[], photo bytea);
            alter table account replica identity full;
            insert into account values (1, 'Grüße', 12345678901234.5670, 0.5, true, '2026-01-31', '2026-01-31 08:00:00.123456',
                '2026-01-31 08:00:00+02', '{"tier": "gold"}', '{a,b}', '\\x00ff');
            """;
    private static final String RECORDER = """
            - from:
                uri: under-change:%1$s
                steps:
                  - setProperty: {name: operation, simple: "${header.CamelDebeziumOperation}"}
                  - setProperty: {name: before, simple: "${headerAs(CamelDebeziumBefore, java.util.Map)}"}
                  - convertBodyTo: {type: java.util.Map}
                  - setBody: {groovy: "[operation: exchange.getProperty('operation'), before: exchange.getProperty('before'), row: body]"}
                  - marshal: {json: {library: Jackson}}
                  - delay: {constant: 5}
                  - to: "file:{{serai.home}}/received?fileName=%1$s&fileExist=Append&appendChars=\\\\n"
            """;

    private static final String FIRST =
            "{\"id\":1,\"name\":\"Grüße\",\"credit\":\"12345678901234.5670\",\"ratio\":0.5,\"active\":true,"
                    + "\"born\":20484,\"seen\":1769846400123456,\"at\":\"2026-01-31T06:00:00.000000Z\","
                    + "\"info\":\"{\\\"tier\\\": \\\"gold\\\"}\",\"tags\":[\"a\",\"b\"],\"photo\":\"AP8=\"}";
    private static final String SECOND =
            "{\"id\":2,\"name\":null,\"credit\":null,\"ratio\":null,\"active\":null,\"born\":null,\"seen\":null,"
                    + "\"at\":null,\"info\":null,\"tags\":null,\"photo\":null}";
    private static final String CHANGED = FIRST.replace("Grüße", "Ada").replace("12345678901234.5670", "-0.0001");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChangedTables tables = new ChangedTables();

    @Override
    protected SystemUnderTest system() {
        return tables;
    }

    @Test
    @Order(20)
    void changesOfEachKindArriveInOrderWithAllValuesAndTheRowBefore(@TempDir Path folder) throws Exception {
        tables.server().execute(ACCOUNTS);
        ConnectedHome home = home(folder, "account");
        try (LiveSerai serai = LiveSerai.start(home.path())) {
            awaitReceived(home, "account", 1);
            tables.server().execute("insert into account (id, name) values (2, null)");
            tables.server().execute("update account set credit = -0.0001, name = 'Ada' where id = 1");
            tables.server().execute("delete from account where id = 1");
            awaitReceived(home, "account", 4);
            assertThat(serai.door().status("account").path("state").asText()).isEqualTo("LIVE");
        }

        assertThat(changes(home, "account"))
                .containsExactly(
                        change("r", "null", FIRST),
                        change("c", "null", SECOND),
                        change("u", FIRST, CHANGED),
                        change("d", CHANGED, "null"));
    }

    @Test
    @Order(21)
    void readingGoesOnWhereItWasWhenSeraiStartsAgain(@TempDir Path folder) throws Exception {
        tables.server().execute("create table line (id integer primary key); insert into line values (0)");
        ConnectedHome home = home(folder, "line");
        try (LiveSerai first = LiveSerai.start(home.path())) {
            awaitReceived(home, "line", 1);
            tables.server().execute("insert into line select generate_series(1, 1000)");
            awaitReceived(home, "line", 100);
            assertThat(first.door().status("line").path("state").asText()).isEqualTo("LIVE");
        }
        tables.server().execute("insert into line select generate_series(1001, 1100)");
        try (LiveSerai second = LiveSerai.start(home.path())) {
            awaitReceived(home, "line", 1_101);
            assertThat(second.door().status("line").path("state").asText()).isEqualTo("LIVE");
        }

        List<JsonNode> changes = changes(home, "line");
        assertThat(changes.get(0)).isEqualTo(change("r", "null", "{\"id\":0}"));
        assertThat(changes.stream()
                        .filter(change -> change.path("operation").asText().equals("r")))
                .hasSize(1);
        assertThat(changes.stream().map(change -> change.at("/row/id").asInt()).distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 1_100).boxed().toList());
    }

    private static List<JsonNode> changes(ConnectedHome home, String table) throws IOException {
        List<JsonNode> changes = new ArrayList<>();
        for (String line : home.received(table)) {
            changes.add(JSON.readTree(line));
        }
        return changes;
    }

    private static JsonNode change(String operation, String before, String row) throws IOException {
        return JSON.readTree("{\"operation\":\"%s\",\"before\":%s,\"row\":%s}".formatted(operation, before, row));
    }

    private ConnectedHome home(Path folder, String table) throws IOException {
        return ConnectedHome.in(folder)
                .with("password", KillablePostgres.PASSWORD)
                .with("config/connections/under-change.yaml", """
                        connector: postgresql-cdc
                        parameters:
                          host: 127.0.0.1
                          port: %d
                          database: %s
                          user: %s
                          password: "{{file:password}}"
                          tables: public.%s
                        """.formatted(
                                tables.port(), KillablePostgres.DATABASE, KillablePostgres.USER, table))
                .with("routes/" + table + ".camel.yaml", RECORDER.formatted(table));
    }

    private static void awaitReceived(ConnectedHome home, String table, int enough) {
        await(table).atMost(PATIENCE).untilAsserted(() -> assertThat(home.received(table))
                .hasSizeGreaterThanOrEqualTo(enough));
    }

    /** A PostgreSQL whose channels are tables: putting inserts a row, receiving is told of it by the server's log. */
    private static final class ChangedTables implements SystemUnderTest {

        private @Nullable KillablePostgres server;
        private @Nullable RowWriters writers;

        @Override
        public String connector() {
            return "postgresql-cdc";
        }

        private KillablePostgres server() {
            return Objects.requireNonNull(server, "it was not started");
        }

        @Override
        public void start(Path folder) throws Exception {
            server = KillablePostgres.in(folder);
            writers = new RowWriters(server());
            server().execute(CHANNELS.stream()
                    .map(channel -> "create table " + channel + " (id bigserial primary key, body bytea);\n")
                    .collect(Collectors.joining()));
        }

        @Override
        public void kill() throws IOException {
            server().kill();
        }

        @Override
        public void restart() throws IOException {
            server().restart();
        }

        @Override
        public int port() {
            return server().port();
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of(
                    "host",
                    "127.0.0.1",
                    "port",
                    String.valueOf(port()),
                    "database",
                    KillablePostgres.DATABASE,
                    "user",
                    KillablePostgres.USER,
                    "password",
                    KillablePostgres.PASSWORD);
        }

        @Override
        public Map<String, String> wrongCredentials() {
            return Map.of("password", "wrong-horse");
        }

        @Override
        public String saysWrongCredentials() {
            return "password authentication failed";
        }

        @Override
        public String source(String channel) {
            return channel + "?tableIncludeList=public." + channel;
        }

        @Override
        public String received(String channel) {
            return """
                    - convertBodyTo: {type: java.util.Map}
                    - setBody: {simple: "${body[body]}"}
                    - convertBodyTo: {type: "byte[]"}
                    """;
        }

        @Override
        public void put(String channel, List<String> bodies) throws Exception {
            for (String body : bodies) {
                put(channel, body.getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public void put(String channel, byte[] body) throws Exception {
            Objects.requireNonNull(writers, "it was not started")
                    .insert("insert into " + channel + " (body) values (?)", body);
        }

        @Override
        public Map<Point, String> limits() {
            return Map.of(
                    Point.THREADS,
                    "the driver keeps its one timer's thread when a server is killed while a reader connects");
        }

        @Override
        public void close() throws IOException {
            if (server != null) {
                server.close();
            }
        }
    }
}
