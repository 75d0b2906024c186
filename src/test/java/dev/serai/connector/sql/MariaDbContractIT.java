package dev.serai.connector.sql;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.DebianProgram;
import dev.serai.fixture.server.MariaDb;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class MariaDbContractIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new Tables();
    }

    private static final class Tables extends SqlTables {

        private @Nullable MariaDb server;

        private MariaDb server() {
            return Objects.requireNonNull(server, "it was not started");
        }

        @Override
        public String connector() {
            return "mariadb";
        }

        @Override
        public void start(Path folder) throws Exception {
            DebianProgram program = MariaDb.program()
                    .orElseThrow(() -> new AssertionError("there is no MariaDB, see what is printed above"));
            server = MariaDb.start(program, folder, tables("bigint auto_increment", "longblob"));
        }

        @Override
        public void kill() {
            server().kill();
        }

        @Override
        public void restart() {
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
                    MariaDb.DATABASE,
                    "user",
                    MariaDb.USER,
                    "password",
                    MariaDb.PASSWORD,
                    "connect-timeout",
                    "1000");
        }

        @Override
        public String saysWrongCredentials() {
            return "Access denied";
        }

        @Override
        public void close() {
            server().close();
        }
    }
}
