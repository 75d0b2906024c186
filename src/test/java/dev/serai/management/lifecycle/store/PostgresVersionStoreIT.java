package dev.serai.management.lifecycle.store;

import dev.serai.engine.database.Database;
import dev.serai.engine.database.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class PostgresVersionStoreIT extends VersionStoreContract {

    private Database database;

    @BeforeEach
    void open(@TempDir Path state) {
        database = Database.open(PostgresServer.emptyDatabase(), state);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    VersionStore store() {
        return new JdbiVersionStore(database);
    }
}
