package dev.serai.management.monitoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology and the alerts of integrations that talk to each other and to a system outside. */
class TopologyIT {

    private static final String SHOP = """
            - route:
                id: order
                from:
                  uri: platform-http:/order/{place}
                  steps:
                    - removeHeaders: {pattern: "CamelHttp*"}
                    - to: service:price
                    - toD: "http://127.0.0.1:%1$d/${header.place}?bridgeEndpoint=true&authMethod=Basic&authUsername=clerk&authPassword=hunter2"
                    - to: event:orders.stored
            - route:
                id: failing
                from:
                  uri: platform-http:/failing
                  steps:
                    - throwException: {exceptionType: java.lang.IllegalStateException, message: "no"}
            """;

    private static final String PRICES = """
            - route: {id: price, from: {uri: "service:price", steps: [{setBody: {constant: "7"}}]}}
            - route: {id: note, from: {uri: "event:orders.stored", steps: [{setBody: {constant: "stored"}}, {to: "file:{{serai.home}}/notes?fileName=note.txt"}]}}
            """;

    @TempDir
    static Path home;

    private static HttpServer warehouse;
    private static LiveSerai serai;
    private static RunningSerai door;

    @BeforeAll
    static void start() throws Exception {
        warehouse = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        warehouse.createContext("/", call -> {
            call.sendResponseHeaders(call.getRequestURI().getPath().equals("/broken") ? 500 : 204, -1);
            call.close();
        });
        warehouse.start();
        serai = LiveSerai.start(
                home,
                Map.of("serai.health.interval", "200ms", "serai.retry.attempts", "0", "serai.retry.delay", "1ms"));
        door = serai.door();
        door.saved("prices.camel.yaml", PRICES);
        assertThat(door.saved("shop.camel.yaml", SHOP.formatted(port()))
                        .path("accepted")
                        .asBoolean())
                .isTrue();
    }

    private static int port() {
        return warehouse.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        serai.close();
        warehouse.stop(0);
    }

    @Test
    void everyWayIsDrawnWithItsTrafficAndWithoutSecrets() {
        door.get("/order/a");
        door.get("/order/b");
        assertThat(door.get("/order/broken")).startsWith("5");
        String outside = "external:http:127.0.0.1:" + port();

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(edges())
                .contains(
                        "external:http-clients integration:shop http-clients 3/1",
                        "integration:shop service:price service 3/0",
                        "service:price integration:prices service 3/0",
                        "integration:shop " + outside + " http 3/1",
                        "integration:shop event:orders.stored event 2/0",
                        "event:orders.stored integration:prices event 2/0",
                        "integration:prices external:file:" + home + "/notes file 2/0"));
        await().atMost(Duration.ofSeconds(10)).until(() -> stream(topology().path("edges"))
                .anyMatch(edge -> edge.path("perSecond").asDouble() > 0));
        JsonNode topology = topology();
        assertThat(topology.toString()).doesNotContain("hunter2", "clerk", "bridgeEndpoint", "/broken");
        assertThat(node(topology, outside).path("url").asText()).isEqualTo("http://127.0.0.1:" + port());
        assertThat(node(topology, "integration:shop").path("version").asInt()).isEqualTo(1);
        assertThat(node(topology, "integration:shop").path("health").asText()).isEqualTo("UP");
    }

    @Test
    void failuresDeadLettersAndRefusalsAreAlerts() {
        for (int i = 0; i < 25; i++) {
            door.get("/failing");
        }
        door.saved("typo.camel.yaml", "- route: {id: a, from: {uri: \"tmer:x\", steps: [{log: a}]}}\n");

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(alerts()).contains("errors:shop", "dead-letters:shop", "refused:typo"));
        JsonNode errors = alert("errors:shop");
        assertThat(errors.path("message").asText())
                .startsWith("shop@1, route failing: 100 % of 2")
                .endsWith("expected less than 10 %");
        assertThat(alert("refused:typo").path("severity").asText()).isEqualTo("warning");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        alert("refused:typo").path("message").asText())
                .startsWith("the change of routes/typo.camel.yaml was refused, nothing of it runs: routes/typo.camel"));
    }

    private static List<String> edges() {
        return stream(topology().path("edges"))
                .map(edge -> edge.path("from").asText() + " " + edge.path("to").asText() + " "
                        + edge.path("via").asText() + " " + edge.path("total").asText() + "/"
                        + edge.path("failed").asText())
                .toList();
    }

    private static JsonNode topology() {
        return door.api("GET", "/topology", "").json();
    }

    private static JsonNode node(JsonNode topology, String id) {
        return stream(topology.path("nodes"))
                .filter(node -> node.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> alerts() {
        return stream(door.api("GET", "/alerts", "").json())
                .map(alert -> alert.path("id").asText())
                .toList();
    }

    private static JsonNode alert(String id) {
        return stream(door.api("GET", "/alerts", "").json())
                .filter(alert -> alert.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
