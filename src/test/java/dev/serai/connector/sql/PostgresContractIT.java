package dev.serai.connector.sql;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.connector.sql.SqlTables.Dialect;
import dev.serai.fixture.server.KillablePostgres;
import java.util.Map;

class PostgresContractIT extends ConnectorContract {

    private static final Dialect POSTGRES = new Dialect(
            "postgresql",
            Map.of(
                    "database",
                    KillablePostgres.DATABASE,
                    "user",
                    KillablePostgres.USER,
                    "password",
                    KillablePostgres.PASSWORD),
            "bigserial",
            "bytea",
            "password authentication failed");

    @Override
    protected SystemUnderTest system() {
        return new SqlTables(POSTGRES, (folder, tables) -> {
            KillablePostgres server = KillablePostgres.in(folder);
            server.execute(tables);
            return server;
        });
    }
}
