package dev.serai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.engine.mesh.ServiceRegistry;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntegrationHubTest {

    private final ServiceRegistry services = new ServiceRegistry();
    private final IntegrationHub hub = IntegrationHub.open(services);

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void anObjectWithOneMethodAnswersUnderItsClassName() {
        assertThat(hub.register(new PriceList())).containsExactly("price-list");

        assertThat(hub.call("price-list", "tea", Integer.class)).isEqualTo(3);
    }

    @Test
    void anObjectWithSeveralMethodsAnswersUnderEach() {
        assertThat(hub.register(new Stock())).containsExactly("stock.count", "stock.take");

        assertThat(hub.call("stock.take", 2, String.class)).isEqualTo("took 2");
        assertThat(hub.call("stock.count", null, Integer.class)).isEqualTo(7);
    }

    @Test
    void anIntegrationCallsAJavaService() throws Exception {
        hub.register("price", String.class, String::length);
        try (CamelContext integration = integration("direct:order", "service:price")) {
            assertThat(integration.createProducerTemplate().requestBody("direct:order", "coffee", Integer.class))
                    .isEqualTo(6);
        }
    }

    @Test
    void javaCallsAnIntegration() throws Exception {
        try (CamelContext integration = integration("service:greet", "language:simple:Hello%20${body}")) {
            assertThat(integration.isStarted()).isTrue();
            assertThat(hub.call("greet", "ada", String.class)).isEqualTo("Hello ada");
        }
    }

    @Test
    void aFailureOfAServiceReachesItsCaller() {
        hub.register("broken", String.class, body -> {
            throw new IllegalStateException("no stock of " + body);
        });

        assertThatThrownBy(() -> hub.call("broken", "tea", String.class)).hasStackTraceContaining("no stock of tea");
    }

    @Test
    void anUnregisteredServiceIsGone() {
        hub.register("once", String.class, body -> body);

        hub.unregister("once");

        assertThat(services.instances()).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        hub.register("price", String.class, String::length);

        assertThatThrownBy(() -> hub.register("price", String.class, String::length))
                .hasMessage("service price is registered already; unregister it first");
    }

    @Test
    void whatCannotBeNamedIsRefused() {
        Object lambda = (Runnable) () -> {};

        assertThatThrownBy(() -> hub.register(lambda)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.register("a/b", String.class, body -> body))
                .hasMessageStartingWith("service name \"a/b\" is not possible");
    }

    private CamelContext integration(String from, String to) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        services.attach(context, "orders", 1);
        context.addRoutes(new RouteBuilder(context) {
            @Override
            public void configure() {
                from(from).to(to);
            }
        });
        context.start();
        return context;
    }

    /** What things cost. */
    public static final class PriceList {
        public int find(String article) {
            return article.length();
        }
    }

    /** What there is. */
    public static final class Stock {
        public int count() {
            return List.of(1, 2, 3, 4, 5, 6, 7).size();
        }

        public String take(int number) {
            return "took " + number;
        }
    }
}
