package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import dev.serai.fixture.ShippedConnectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A connection's file is edited while integrations use the connection: the change comes into force without a lost message, or not at all. */
@Timeout(180)
class ConnectionSwapIT {

    private static final int ROUNDS = 20;

    private static final String SHOP = """
            - from:
                uri: platform-http:/price
                steps:
                  - to: "stock:select 42 as price from prices?outputType=SelectOne"
            - from:
                uri: "file:{{serai.home}}/in?delay=10&initialDelay=0"
                steps:
                  - to: "stock:insert into arrived (name) values (:#${header.CamelFileName})"
            """;

    private static final String STOCK = """
            connector: h2
            parameters: {pool-size: %d, password: "{{file:%s}}", migrations: config/connections/stock}
            """;

    private static final String LEDGER = """
            - from:
                uri: platform-http:/ledger
                steps:
                  - to: "ledger:select 7 as page?outputType=SelectOne"
            """;

    @TempDir
    Path home;

    @Test
    void nothingIsLostOrDoubledOverTwentySwapsAndTheOldPoolsAreClosed() throws Exception {
        prepare();
        AtomicBoolean working = new AtomicBoolean(true);
        try (LiveSerai live = LiveSerai.start(home)) {
            RunningSerai serai = live.door();
            assertThat(serai.saved("shop.camel.yaml", SHOP).path("accepted").asBoolean())
                    .isTrue();
            CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> send(working));
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> ask(serai, working));

            for (int round = 1; round <= ROUNDS; round++) {
                JsonNode change = changed(serai, STOCK.formatted(round + 2, "right"));
                assertThat(change.path("accepted").asBoolean())
                        .as(change.toString())
                        .isTrue();
                assertThat(change.path("switched").path(0).asText()).isEqualTo("shop");
            }

            working.set(false);
            int expected = sent.get(10, TimeUnit.SECONDS);
            assertThat(asked.get(10, TimeUnit.SECONDS)).isNotEmpty().allMatch("42"::equals);
            serai.save(
                    "count.camel.yaml",
                    SHOP.replace("/price", "/count")
                            .replaceFirst(
                                    "select 42.*SelectOne",
                                    "select count(*) || '/' || count(distinct name) from arrived?outputType=SelectOne")
                            .split("- from:\\s+uri: \"file")[0]);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(serai.get("/count")).isEqualTo(expected + "/" + expected));
            await().untilAsserted(() -> assertThat(pools()).hasSize(1));
            assertThat(serai.status("shop").path("version").asInt()).isEqualTo(1);
            System.out.println(expected + " files and " + asked.join().size() + " requests over " + ROUNDS + " swaps");
        }
        assertThat(pools()).isEmpty();
    }

    @Test
    void aChangeThatDoesNotWorkIsRefusedAndTheConnectionGoesOnAsItWas() throws Exception {
        prepare();
        try (LiveSerai live = LiveSerai.start(home, Map.of("serai.health.interval", "100ms"))) {
            RunningSerai serai = live.door();
            serai.saved("shop.camel.yaml", SHOP);
            assertThat(serai.get("/price")).isEqualTo("42");

            JsonNode wrong = changed(serai, STOCK.formatted(5, "wrong"));

            assertThat(wrong.path("accepted").asBoolean()).isFalse();
            assertThat(wrong.path("findings").path(0).path("message").asText())
                    .contains("it does not answer", "Wrong user name or password")
                    .doesNotContain("battery");
            assertThat(serai.get("/price")).isEqualTo("42");
            await().untilAsserted(() ->
                    assertThat(serai.api("GET", "/alerts", "").body()).contains("connection-change:stock"));
            await().untilAsserted(() ->
                    assertThat(serai.api("GET", "/audit", "").body()).contains("connection.change"));

            JsonNode misspelt = changed(serai, STOCK.formatted(5, "right").replace("pool-size", "pol-size"));

            assertThat(misspelt.path("findings").path(0).path("hint").asText()).contains("pool-size");
            assertThat(serai.get("/price")).isEqualTo("42");

            assertThat(changed(serai, STOCK.formatted(6, "right"))
                            .path("accepted")
                            .asBoolean())
                    .isTrue();
            await().untilAsserted(() ->
                    assertThat(serai.api("GET", "/alerts", "").body()).doesNotContain("connection-change"));
        }
    }

    @Test
    void aNewConnectionBringsTheIntegrationThatMissedItAndStaysWhileThatUsesIt() throws Exception {
        prepare();
        try (LiveSerai live = LiveSerai.start(home)) {
            RunningSerai serai = live.door();
            JsonNode refused = serai.saved("ledger.camel.yaml", LEDGER);
            assertThat(refused.path("accepted").asBoolean()).isFalse();

            Path file = Files.writeString(home.resolve("config/connections/ledger.yaml"), "connector: h2\n");

            await().untilAsserted(() -> assertThat(serai.get("/ledger")).isEqualTo("7"));

            Files.delete(file);

            await().untilAsserted(
                            () -> assertThat(change(serai, "ledger")
                                            .path("findings")
                                            .path(0)
                                            .path("message")
                                            .asText())
                                    .isEqualTo(
                                            "the file is gone, and ledger use the connection; expected none to use one that is removed"));
            assertThat(serai.get("/ledger")).isEqualTo("7");

            Files.delete(home.resolve("routes/ledger.camel.yaml"));

            await().untilAsserted(() ->
                    assertThat(serai.api("GET", "/connections", "").body()).doesNotContain("ledger"));
            assertThat(pools()).isEmpty();
        }
    }

    private void prepare() throws IOException {
        for (String folder : List.of("routes", "in", "config/connections/stock")) {
            Files.createDirectories(home.resolve(folder));
        }
        ShippedConnectors.copy(home, "h2");
        Files.writeString(home.resolve("right"), "correct-horse");
        Files.writeString(home.resolve("wrong"), "battery-staple");
        Files.writeString(
                home.resolve("config/connections/stock/V1__tables.sql"),
                "create table prices (one int); insert into prices values (1); create table arrived (name varchar(50));");
        Files.writeString(home.resolve("config/connections/stock.yaml"), STOCK.formatted(2, "right"));
    }

    /** Saves the connection's file and waits until that was decided. */
    private JsonNode changed(RunningSerai serai, String text) throws IOException {
        String before = change(serai, "stock").path("at").asText();
        Files.writeString(home.resolve("config/connections/stock.yaml"), text);
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> change(serai, "stock"),
                        change -> !change.path("at").asText().equals(before));
    }

    private static JsonNode change(RunningSerai serai, String connection) {
        for (JsonNode one : serai.api("GET", "/connections", "").json()) {
            if (one.path("name").asText().equals(connection)) {
                return one.path("change");
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private int send(AtomicBoolean working) {
        int sent = 0;
        while (working.get()) {
            try {
                Path draft = Files.writeString(home.resolve("draft"), "x");
                Files.move(draft, home.resolve("in").resolve("m" + sent));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            sent++;
            await().pollDelay(Duration.ofMillis(5))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> true);
        }
        return sent;
    }

    private static List<String> ask(RunningSerai serai, AtomicBoolean working) {
        List<String> answers = new ArrayList<>();
        while (working.get()) {
            answers.add(serai.get("/price"));
        }
        return answers;
    }

    /** Every pool has one such thread. */
    private static List<String> pools() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("stock") || name.startsWith("ledger"))
                .filter(name -> name.contains("housekeeper"))
                .toList();
    }
}
