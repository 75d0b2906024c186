package dev.serai.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.database.PostgresServer;
import dev.serai.fixture.ShippedHome;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped orders on a real PostgreSQL: only the connection's file is another. */
class OrdersOnPostgresIT {

    private static final String ORDER = """
            {"id":"A-1","customer":"acme","orderedOn":"2026-01-05","sku":"TEA-100","quantity":3,"price":19.90,\
            "currency":"EUR","country":"DE"}""";

    @Test
    void changingTheConnectionsFileIsEnough(@TempDir Path folder) throws Exception {
        ShippedHome home = ShippedHome.in(folder).write("config/connections/orders-db.yaml", connection());

        try (ShippedRuntime runtime = new ShippedRuntime(home)) {
            assertThat(runtime.post("/orders", ORDER).statusCode()).isEqualTo(201);
            assertThat(runtime.post("/orders", ORDER).statusCode()).isEqualTo(200);
            assertThat(runtime.post("/orders", ORDER.replace("acme", "other")).statusCode())
                    .isEqualTo(409);
            assertThat(runtime.get("/orders/A-1").body())
                    .isEqualTo(
                            "{\"id\":\"A-1\",\"customer\":\"acme\",\"orderedOn\":\"2026-01-05\",\"sku\":\"TEA-100\","
                                    + "\"quantity\":3,\"price\":19.90,\"total\":59.70,\"currency\":\"EUR\",\"country\":\"DE\"}");
            assertThat(runtime.get("/orders?customer=acme").body()).startsWith("[{\"id\":\"A-1\"");
        }
        assertThat(folder.resolve("state/connections")).doesNotExist();
    }

    private static String connection() {
        URI server = URI.create(PostgresServer.emptyDatabase().url().substring("jdbc:".length()));
        return """
                connector: postgresql
                parameters:
                  host: %s
                  port: %d
                  database: %s
                  user: postgres
                  migrations: config/connections/orders-db
                """.formatted(
                        server.getHost(), server.getPort(), server.getPath().substring(1));
    }
}
