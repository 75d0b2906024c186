package dev.serai.management.monitoring.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.foundation.settings.LogSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class IntegrationLogTest {

    private static final Logger LOG = LoggerFactory.getLogger("orders-route");

    @TempDir
    Path folder;

    private IntegrationLog log;

    @BeforeEach
    void open() {
        log = IntegrationLog.open(folder.resolve("logs"), new LogSettings("text", "INFO"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void keepsTheLinesOfEachIntegrationApart() {
        sayAs("orders", "7", "an order came");
        sayAs("billing", "2", "an invoice went");

        assertThat(log.tail("orders", 10))
                .singleElement()
                .asString()
                .contains("INFO  orders@7 orders-route - an order came");
        assertThat(log.tail("billing", 10))
                .singleElement()
                .asString()
                .contains("billing@2")
                .contains("an invoice went");
    }

    @Test
    void leavesOutWhatTheRuntimeItselfSays() {
        LOG.info("nobody's line");

        assertThat(log.tail("serai", 10)).isEmpty();
    }

    @Test
    void keepsTheNewestThousandLines() {
        for (int i = 1; i <= 1_200; i++) {
            sayAs("orders", "7", "line " + i);
        }

        assertThat(log.tail("orders", 5_000)).hasSize(1_000).last().asString().endsWith("line 1200");
        assertThat(log.tail("orders", 2)).first().asString().endsWith("line 1199");
        assertThat(log.tail("orders", 0)).isEmpty();
    }

    @Test
    void keepsNoMoreThanTwoHundredThousandCharacters() {
        for (int i = 0; i < 30; i++) {
            sayAs("orders", "7", "x".repeat(10_000));
        }
        sayAs("flood", "1", "y".repeat(500_000));

        assertThat(String.join("", log.tail("orders", 1_000)).length()).isBetween(180_000, 200_000);
        assertThat(String.join("", log.tail("flood", 1_000)).length()).isBetween(199_000, 200_000);
    }

    @Test
    void splitsAStackTraceIntoLines() {
        MDC.put(LogOwner.INTEGRATION, "orders");
        LOG.error("refused", new IllegalStateException("no such table"));
        MDC.remove(LogOwner.INTEGRATION);

        List<String> lines = log.tail("orders", 1_000);
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.get(1)).isEqualTo("java.lang.IllegalStateException: no such table");
    }

    @Test
    void findsTheIntegrationOfACamelRouteByItsContextName() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext(false)) {
            camel.getCamelContextExtension().setName("greet@3");
            camel.build();
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("seda:out?waitForTaskToComplete=Always");
                    from("seda:out").log("hello from a thread of Camel");
                }
            });
            camel.start();

            camel.createProducerTemplate().requestBody("direct:in", "hi");
        }

        assertThat(log.tail("greet", 10))
                .singleElement()
                .asString()
                .contains("greet@3")
                .endsWith("hello from a thread of Camel");
    }

    @Test
    void findsTheIntegrationByCamelsLoggingKey() {
        MDC.put("camel.contextId", "greet@3");
        LOG.warn("slow");
        MDC.remove("camel.contextId");

        assertThat(log.tail("greet", 10)).hasSize(1);
    }

    @Test
    void tellsAFollowerTheNewestLinesThenEveryNewOneUntilItLeaves() {
        sayAs("orders", "7", "first");
        sayAs("orders", "7", "second");
        List<String> heard = new ArrayList<>();

        IntegrationLog.Following following = log.follow("orders", 1, LogView.TEXT, heard::add);
        sayAs("orders", "7", "third");
        sayAs("billing", "1", "other");
        following.close();
        sayAs("orders", "7", "fourth");

        assertThat(heard)
                .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactly("second", "third");
    }

    @Test
    void forgetsARemovedIntegration() {
        sayAs("orders", "7", "an order came");

        log.forget("orders");

        assertThat(log.tail("orders", 10)).isEmpty();
    }

    @Test
    void writesEveryLineToAFile() {
        sayAs("orders", "7", "an order came");
        LOG.info("nobody's line");

        assertThat(folder.resolve("logs/serai.log"))
                .content()
                .contains("orders@7 orders-route - an order came")
                .contains("serai orders-route - nobody's line");
    }

    @Test
    void isSilentAfterItWasClosed() {
        log.close();

        sayAs("orders", "7", "too late");

        assertThat(log.tail("orders", 10)).isEmpty();
    }

    @Test
    void leavesOutWhatIsLessGrave() {
        sayAs("orders", "7", "an order came");
        MDC.put(LogOwner.INTEGRATION, "orders");
        LOG.warn("an order is late");
        MDC.clear();

        assertThat(log.tail("orders", 10, new LogView("WARN", false)))
                .singleElement()
                .asString()
                .endsWith("an order is late");
    }

    @Test
    void writesEachEntryAsOneLineOfJson() throws Exception {
        MDC.put(LogOwner.INTEGRATION, "orders");
        MDC.put(LogOwner.VERSION, "7");
        LOG.error("say \"no\"\nto it", new IllegalStateException("no such table"));
        MDC.clear();

        List<String> lines = log.tail("orders", 10, new LogView("TRACE", true));

        JsonNode entry = new ObjectMapper().readTree(lines.get(0));
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).doesNotContain("\n");
        assertThat(Instant.parse(entry.path("time").asText())).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(entry.path("level").asText()).isEqualTo("ERROR");
        assertThat(entry.path("logger").asText()).isEqualTo("orders-route");
        assertThat(entry.path("message").asText()).isEqualTo("say \"no\"\nto it");
        assertThat(entry.path("integration").asText()).isEqualTo("orders");
        assertThat(entry.path("version").asText()).isEqualTo("7");
        assertThat(entry.path("stackTrace").asText()).contains("no such table");
        assertThat(entry.has("exchange")).isFalse();
    }

    @Test
    void knowsTheMessageThatALineIsAbout() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext(false)) {
            camel.getCamelContextExtension().setName("greet@3");
            ExchangeInHand.attach(camel);
            camel.build();
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .routeId("front")
                            .log("before")
                            .to("seda:out?waitForTaskToComplete=Always")
                            .log("after");
                    from("seda:out").routeId("back").log("elsewhere");
                }
            });
            camel.start();

            camel.createProducerTemplate()
                    .requestBodyAndHeader(
                            "direct:in",
                            "hi",
                            "traceparent",
                            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        }
        LOG.info("nobody's line");

        List<JsonNode> entries = new ArrayList<>();
        for (String line : log.tail("greet", 10, new LogView("INFO", true))) {
            entries.add(new ObjectMapper().readTree(line));
        }
        assertThat(entries)
                .extracting(entry -> entry.path("message").asText())
                .containsExactly("before", "elsewhere", "after");
        assertThat(entries).extracting(entry -> entry.path("route").asText()).containsExactly("front", "back", "front");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("trace").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(entry.path("span").asText()).isEqualTo("00f067aa0ba902b7");
        });
        assertThat(entries.get(0).path("exchange"))
                .isEqualTo(entries.get(2).path("exchange"))
                .isNotEqualTo(entries.get(1).path("exchange"));
        assertThat(ExchangeInHand.get()).isNull();
    }

    @Test
    void changesTheLevelOfOneIntegrationAlone() {
        log.levels().set("orders", "DEBUG");

        sayDebugAs("orders");
        sayDebugAs("billing");
        log.levels().reset("orders");
        sayDebugAs("orders");

        assertThat(log.tail("orders", 10)).hasSize(1);
        assertThat(log.tail("billing", 10)).isEmpty();
    }

    @Test
    void quietensOneIntegrationAlone() {
        log.levels().set("orders", "ERROR");

        sayAs("orders", "7", "an order came");
        sayAs("billing", "7", "an invoice went");

        assertThat(log.levels().of("orders")).contains("ERROR");
        assertThat(log.tail("orders", 10)).isEmpty();
        assertThat(log.tail("billing", 10)).hasSize(1);
    }

    private static void sayDebugAs(String integration) {
        MDC.put(LogOwner.INTEGRATION, integration);
        LOG.debug("in detail");
        MDC.clear();
    }

    private static void sayAs(String integration, String version, String message) {
        MDC.put(LogOwner.INTEGRATION, integration);
        MDC.put(LogOwner.VERSION, version);
        LOG.info(message);
        MDC.clear();
    }
}
