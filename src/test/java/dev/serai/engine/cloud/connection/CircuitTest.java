package dev.serai.engine.cloud.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.serai.engine.cloud.pack.UsedPacks;
import dev.serai.fixture.ShippedHome;
import dev.serai.foundation.configuration.ConfigurationException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CircuitTest {

    private static final String AWAY = """
            connector: postgresql
            parameters: {host: 127.0.0.1, port: %d, database: stock, user: stock, connect-timeout: 250}
            circuit: {calls: 4, minimum-calls: 2, pause: 200ms, trials: 1}
            """;

    private final ShippedHome home;

    CircuitTest(@TempDir Path home) {
        this.home = ShippedHome.in(home);
    }

    @Test
    void aSystemThatFailsIsLeftAloneByAllIntegrationsAndTriedAgainAfterThePause() throws Exception {
        home.write("config/connections/stock.yaml", AWAY.formatted(closedPort()));
        try (Connections connections = Connections.load(home.configuration());
                CamelContext one = context(connections);
                CamelContext two = context(connections)) {
            assertThat(connections.circuit("stock")).hasValue("closed");

            assertThat(failure(one, "stock:select 1")).isNotInstanceOf(CircuitOpenException.class);
            assertThat(failure(one, "stock:select 1")).isNotInstanceOf(CircuitOpenException.class);

            assertThat(connections.circuit("stock")).hasValue("open");
            assertThat(failure(two, "stock:select 2"))
                    .isInstanceOf(CircuitOpenException.class)
                    .hasMessage("connection stock is left alone for now: 2 of its last 2 calls failed; see: serai"
                            + " connection show stock");
            await().until(() -> !(failure(two, "stock:select 1") instanceof CircuitOpenException));
            assertThat(connections.circuit("stock")).hasValue("open");
        }
    }

    @Test
    void aMessagesOwnFaultDoesNotOpenIt() throws Exception {
        home.write("config/connections/orders-db.yaml", "connector: h2\ncircuit: {calls: 2, minimum-calls: 2}\n");
        try (Connections connections = Connections.load(home.configuration());
                CamelContext context = context(connections)) {
            failure(context, "orders-db:select * from nowhere");
            failure(context, "orders-db:select * from nowhere");
            failure(context, "orders-db:select * from nowhere");

            assertThat(connections.circuit("orders-db")).hasValue("closed");
            try (FluentProducerTemplate template = context.createFluentProducerTemplate()) {
                assertThat(template.to("orders-db:select 1 as one?outputType=SelectOne")
                                .request())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void withoutTheSectionThereIsNone() throws Exception {
        try (Connections connections = Connections.load(home.configuration())) {
            assertThat(connections.circuit("orders-db")).isEmpty();
        }
    }

    @Test
    void whatIsWrongInItIsToldWithItsPlace() {
        home.write(
                "config/connections/orders-db.yaml",
                "connector: h2\ncircuit:\n  calls: 5\n  minimum-calls: 9\n  paus: 3s\n  pause: soon\n");

        Throwable refused = catchThrowable(() -> Connections.load(home.configuration()));

        assertThat(refused).isInstanceOf(ConfigurationException.class);
        assertThat(String.valueOf(refused.getMessage()).lines())
                .containsExactlyInAnyOrder(
                        "config/connections/orders-db.yaml:5:3: key of a circuit \"paus\" is unknown; did you mean \"pause\"?",
                        "config/connections/orders-db.yaml:6:3: pause is \"soon\"; expected a duration such as 30s",
                        "config/connections/orders-db.yaml:3: minimum-calls is 9; expected a whole number from 1 to 5");
    }

    private static Throwable failure(CamelContext context, String uri) throws IOException {
        try (FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            Throwable failure =
                    catchThrowable(() -> template.to(uri).withBody("").request());
            return ExceptionUtils.getRootCause(failure);
        }
    }

    private static CamelContext context(Connections connections) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        context.setApplicationContextClassLoader(new UsedPacks(CircuitTest.class.getClassLoader()));
        connections.attach(context);
        context.start();
        return context;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
