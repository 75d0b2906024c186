package dev.serai.connector.sql;

import dev.serai.fixture.server.DebianProgram;
import dev.serai.fixture.server.MariaDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The recipes on a MariaDB. */
public abstract class MariaDbRecipes extends DatabaseRecipes {

    private final String connector;
    private Optional<MariaDb> server = Optional.empty();

    MariaDbRecipes(String connector) {
        this.connector = connector;
    }

    @Override
    String start(Path folder) throws Exception {
        DebianProgram program = MariaDb.program()
                .orElseThrow(() -> new AssertionError("there is no MariaDB, see what is printed above"));
        MariaDb started = MariaDb.start(program, folder, "");
        server = Optional.of(started);
        Path secret = Files.writeString(folder.resolve("password"), MariaDb.PASSWORD);
        return """
                connector: %s
                parameters:
                  host: 127.0.0.1
                  port: %d
                  database: %s
                  user: %s
                  password: "{{file:%s}}"
                """.formatted(connector, started.port(), MariaDb.DATABASE, MariaDb.USER, secret);
    }

    @Override
    void stop() {
        server.ifPresent(MariaDb::close);
    }

    @Override
    String aMillionRows() {
        return "select seq as n, repeat('x', 1000) as filler from seq_1_to_1000000";
    }

    @Override
    String procedure() {
        return "create procedure add_up(in a integer, in b integer, out total integer) set total = a + b";
    }

    @Override
    String call() {
        return "add_up(INTEGER ${header.a}, INTEGER ${header.b}, OUT INTEGER total)";
    }
}
