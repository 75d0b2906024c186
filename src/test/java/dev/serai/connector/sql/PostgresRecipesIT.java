package dev.serai.connector.sql;

import dev.serai.fixture.server.KillablePostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class PostgresRecipesIT extends DatabaseRecipes {

    private Optional<KillablePostgres> running = Optional.empty();

    @Override
    String start(Path folder) throws Exception {
        KillablePostgres server = KillablePostgres.in(folder);
        running = Optional.of(server);
        Path secret = Files.writeString(folder.resolve("password"), KillablePostgres.PASSWORD);
        return """
                connector: postgresql
                parameters:
                  host: 127.0.0.1
                  port: %d
                  database: postgres
                  user: %s
                  password: "{{file:%s}}"
                """.formatted(server.port(), KillablePostgres.USER, secret);
    }

    @Override
    void stop() throws Exception {
        if (running.isPresent()) {
            running.get().close();
        }
    }

    @Override
    String aMillionRows() {
        return "select n, repeat('x', 1000) as filler from generate_series(1, 1000000) as n";
    }

    @Override
    String procedure() {
        return "create procedure add_up(a integer, b integer, out total integer) language sql as 'select a + b'";
    }

    @Override
    String call() {
        return "add_up(INTEGER ${header.a}, INTEGER ${header.b}, OUT INTEGER total)";
    }
}
