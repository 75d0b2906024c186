package dev.serai.service.intelligence.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults planted into a running Serai, whose buckets last a quarter of a second, are told with what they come from. */
class PlantedFaultsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String SHOP = """
            - route:
                id: sell
                from:
                  uri: platform-http:/sell
                  steps:
                    - removeHeaders: {pattern: "*"}
                    - to: "http://127.0.0.1:%d/price"
                    %s
            """;

    private static final String FAULT =
            "- throwException: {exceptionType: java.lang.IllegalStateException, message: broken}";

    @TempDir
    Path home;

    private final ConcurrentLinkedQueue<JsonNode> notices = new ConcurrentLinkedQueue<>();
    private final ExecutorService tills = Executors.newCachedThreadPool();
    private HttpServer prices;
    private volatile long delayMillis = 5;

    @BeforeEach
    void openPrices() throws IOException {
        prices = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        prices.setExecutor(tills);
        prices.createContext("/price", this::price);
        prices.createContext("/hook", this::notice);
        prices.start();
        Files.createDirectories(home.resolve("routes"));
        Files.writeString(home.resolve("routes/shop.camel.yaml"), shop(""));
    }

    @AfterEach
    void closePrices() {
        prices.stop(0);
        tills.shutdownNow();
    }

    private void price(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            Thread.sleep(delayMillis);
            call.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notice(HttpExchange call) throws IOException {
        try (call) {
            notices.add(JSON.readTree(call.getRequestBody()));
            call.sendResponseHeaders(204, -1);
        }
    }

    private String shop(String step) {
        return SHOP.formatted(prices.getAddress().getPort(), step);
    }

    private LiveSerai start() throws IOException {
        return LiveSerai.start(
                home,
                Map.of(
                        "serai.anomaly.interval", "250ms",
                        "serai.anomaly.learning", "30",
                        "serai.anomaly.notify",
                                "http://127.0.0.1:" + prices.getAddress().getPort() + "/hook"));
    }

    @Test
    void eachFaultIsToldOnceWithItsCauseAndEndsByItself() throws Exception {
        try (LiveSerai serai = start();
                Customers customers = new Customers(serai.door().httpUrl() + "/sell")) {
            learned(serai.door());

            delayMillis = 200;
            long slow = told(serai.door(), "shop/sell", "latency", "connection");
            assertThat(told(
                            serai.door(),
                            "http:127.0.0.1:" + prices.getAddress().getPort(),
                            "latency",
                            "system"))
                    .isPositive();
            taken(serai.door(), slow);
            delayMillis = 5;
            over(serai.door(), slow);

            customers.become(20_000, "127.0.0.2");
            long large = told(serai.door(), "shop/sell", "message-size", "client");
            customers.become(200, "127.0.0.1");
            over(serai.door(), large);

            customers.silent(true);
            long silence = told(serai.door(), "shop/sell", "silence", "sender");
            customers.silent(false);
            over(serai.door(), silence);

            serai.door().saved("shop.camel.yaml", shop(FAULT));
            long errors = told(serai.door(), "shop/sell", "error-ratio", "deployment");
            serai.door().rollback("shop");
            over(serai.door(), errors);

            noticed(List.of(slow, large, silence, errors));
        }
        try (LiveSerai restarted = start()) {
            knowsWhatWasLearned(restarted.door());
        }
    }

    @Test
    void creepIsToldAndAMaintenanceWindowKeepsQuiet() throws Exception {
        try (LiveSerai serai = start();
                Customers customers = new Customers(serai.door().httpUrl() + "/sell")) {
            learned(serai.door());
            JsonNode window = serai.door()
                    .api("POST", "/anomaly-mutes", "{\"name\":\"shop\",\"for\":\"1h\",\"reason\":\"a move\"}")
                    .json();
            customers.silent(true);
            told(serai.door(), "http:127.0.0.1:" + prices.getAddress().getPort(), "silence", "system");
            assertThat(open(serai.door())).noneMatch(one -> subject(one).equals("shop/sell"));
            customers.silent(false);
            serai.door().api("DELETE", "/anomaly-mutes/" + window.path("id").asText(), "");

            tills.execute(this::creep);

            told(serai.door(), "shop/sell", "latency", "connection");
        }
    }

    /** Five milliseconds more each third of a second. */
    private void creep() {
        try {
            for (int i = 0; i < 200; i++) {
                delayMillis += 5;
                Thread.sleep(300);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void learned(RunningSerai serai) {
        await("series are learned").atMost(PATIENCE).until(() -> Stream.of(
                        "latency-p95", "error-ratio", "message-size", "silence")
                .allMatch(measure -> series(serai)
                        .anyMatch(one -> subject(one).equals("shop/sell")
                                && one.path("measure").asText().equals(measure)
                                && one.path("readings").asInt() >= 60)));
    }

    private static Stream<JsonNode> series(RunningSerai serai) {
        return stream(serai.api("GET", "/anomaly-series", "").json());
    }

    private static Stream<JsonNode> open(RunningSerai serai) {
        return stream(serai.api("GET", "/anomalies", "").json());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String subject(JsonNode one) {
        return one.path("subject").asText();
    }

    /** Waits until an anomaly of the measure lasts whose causes have one of the kind, and returns its number. */
    private static long told(RunningSerai serai, String subject, String measure, String cause) {
        Predicate<JsonNode> wanted = one -> subject(one).equals(subject)
                && one.path("measure").asText().startsWith(measure)
                && stream(one.path("causes"))
                        .anyMatch(found -> found.path("kind").asText().equals(cause));
        return await(measure + " of " + subject + " because of a " + cause)
                .atMost(PATIENCE)
                .until(() -> open(serai).filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private static void over(RunningSerai serai, long id) {
        await("anomaly " + id + " is over").atMost(PATIENCE).until(() -> serai.api("GET", "/anomalies/" + id, "")
                .json()
                .path("state")
                .asText()
                .equals("ended"));
    }

    private static void taken(RunningSerai serai, long id) {
        JsonNode taken = serai.api("POST", "/anomalies/" + id + "/ack", "{\"note\":\"they know\"}")
                .json();
        assertThat(taken.path("note").asText()).isEqualTo("they know");
        assertThat(taken.path("score").asDouble()).isBetween(0.5, 1.0);
        assertThat(taken.path("expectedHigh").asDouble())
                .isLessThan(taken.path("worst").asDouble());
        assertThat(serai.api("GET", "/audit?action=anomaly.acknowledge", "").body())
                .contains("they know");
        assertThat(stream(serai.api("GET", "/anomalies/" + id + "/chart", "")
                        .json()
                        .path("points")))
                .hasSizeGreaterThan(30);
    }

    private void noticed(List<Long> ids) {
        ids.forEach(id -> Stream.of("begun", "ended").forEach(event -> await(event + " of " + id + " is noticed")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notices)
                        .filteredOn(one -> one.path("event").asText().equals(event)
                                && one.path("anomaly").path("id").asLong() == id)
                        .hasSize(1))));
    }

    /** The series of a route are read from the store when it moves. */
    private void knowsWhatWasLearned(RunningSerai serai) {
        try (Customers customers = new Customers(serai.httpUrl() + "/sell")) {
            await("what was learned is known").atMost(PATIENCE).untilAsserted(() -> assertThat(series(serai))
                    .filteredOn(one -> subject(one).equals("shop/sell"))
                    .isNotEmpty()
                    .allMatch(one -> one.path("readings").asInt() > 60
                            && !one.path("state").asText().equals("learning")));
        }
    }
}
