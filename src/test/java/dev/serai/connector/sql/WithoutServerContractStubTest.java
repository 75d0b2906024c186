package dev.serai.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.cloud.pack.UsedPacks;
import dev.serai.fixture.server.Ports;
import dev.serai.foundation.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultRegistry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Contract stub: no Oracle and no SQL Server can be had for tests. Shown is that the pack loads, that its driver gets address, login and pool, and
 * that a host where nobody listens is called so.
 */
class WithoutServerContractStubTest {

    private static final String PASSWORD = "correct-horse";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oracle | jdbc:oracle:thin:@//127.0.0.1:%d/orders?oracle.net.CONNECT_TIMEOUT=2000 | (?i)refused|ORA-12541",
                "sqlserver | jdbc:sqlserver://127.0.0.1:%d;databaseName=orders;encrypt=true;trustServerCertificate=false;applicationName=serai"
                        + " | (?i)refused"
            })
    void driverGetsWhatTheConnectionSaysAndAnUnreachableHostIsCalledSo(String connector, String url, String unreachable)
            throws Exception {
        int port = Ports.free();
        connection(connector, port);
        Configuration configuration =
                Configuration.load(home, "", Map.of("DB_PASSWORD", PASSWORD), new Properties(), Map.of());

        try (Connections connections = Connections.load(configuration);
                DefaultCamelContext context = context(connections)) {
            String said = connections.test("orders-db").orElseThrow();

            HikariDataSource pool = context.getRegistry().lookupByNameAndType("orders-db.pool", HikariDataSource.class);
            assertThat(said).containsPattern(unreachable).doesNotContain(PASSWORD);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
            assertThat(pool.getUsername()).isEqualTo("scott");
            assertThat(pool.getDataSource().getClass().getClassLoader().getName())
                    .isEqualTo("pack " + connector);
            assertThat(context.getRegistry().lookupByName("orders-db.driver"))
                    .extracting("URL")
                    .isEqualTo(url.formatted(port));
        }
    }

    private void connection(String connector, int port) throws IOException {
        Files.createDirectories(home.resolve("config/connections"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        Files.writeString(home.resolve("config/connections/orders-db.yaml"), """
                connector: %s
                parameters:
                  host: 127.0.0.1
                  port: %d
                  database: orders
                  user: scott
                  password: "{{env:DB_PASSWORD}}"
                  pool-size: 3
                  connect-timeout: 2000
                """.formatted(connector, port));
    }

    private static DefaultCamelContext context(Connections connections) {
        DefaultCamelContext context = new DefaultCamelContext(new DefaultRegistry(List.of()));
        context.disableJMX();
        context.setApplicationContextClassLoader(new UsedPacks(WithoutServerContractStubTest.class.getClassLoader()));
        connections.attach(context, "invoices");
        context.start();
        return context;
    }
}
