package dev.serai.connector.sql;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.Point;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.KillablePostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

class PostgresChangesContractIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new ChangedTables();
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
