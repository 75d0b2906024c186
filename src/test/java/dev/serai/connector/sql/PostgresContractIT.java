package dev.serai.connector.sql;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.KillablePostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class PostgresContractIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new Tables();
    }

    private static final class Tables extends SqlTables {

        private @Nullable KillablePostgres server;

        private KillablePostgres server() {
            return Objects.requireNonNull(server, "it was not started");
        }

        @Override
        public String connector() {
            return "postgresql";
        }

        @Override
        public void start(Path folder) throws Exception {
            server = KillablePostgres.in(folder);
            server().execute(tables("bigserial", "bytea"));
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
                    String.valueOf(server().port()),
                    "database",
                    KillablePostgres.DATABASE,
                    "user",
                    KillablePostgres.USER,
                    "password",
                    KillablePostgres.PASSWORD,
                    "connect-timeout",
                    "1000");
        }

        @Override
        public String saysWrongCredentials() {
            return "password authentication failed";
        }

        @Override
        public void close() throws IOException {
            server().close();
        }
    }
}
