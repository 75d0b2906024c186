package dev.serai.connector.sql;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.connector.sql.SqlTables.Dialect;
import dev.serai.fixture.server.MariaDb;
import java.util.Map;

class MariaDbContractIT extends ConnectorContract {

    private static final Dialect MARIADB = new Dialect(
            "mariadb",
            Map.of("database", MariaDb.DATABASE, "user", MariaDb.USER, "password", MariaDb.PASSWORD),
            "bigint auto_increment",
            "longblob",
            "Access denied");

    @Override
    protected SystemUnderTest system() {
        return new SqlTables(
                MARIADB,
                (folder, tables) -> MariaDb.start(
                        MariaDb.program()
                                .orElseThrow(
                                        () -> new AssertionError("there is no MariaDB, see what is printed above")),
                        folder,
                        tables));
    }
}
