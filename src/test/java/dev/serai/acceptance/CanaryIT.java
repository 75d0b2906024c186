package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.console.RuntimeFile;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.Heap;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** New versions that take a share of the HTTP requests until they are promoted, or are worse and taken back. */
@Timeout(240)
class CanaryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FILE = "greet.camel.yaml";
    private static final String GREET = """
            - from:
                uri: platform-http:/greet
                steps:
                  - setBody:
                      constant: "%s"
            """;
    private static final String FAILING = """
            - from:
                uri: platform-http:/greet
                steps:
                  - setHeader:
                      name: CamelHttpResponseCode
                      constant: 500
                  - setBody:
                      constant: broken
            """;
    private static final String SLOW = """
            - from:
                uri: platform-http:/greet
                steps:
                  - delay:
                      constant: 2000
                  - setBody:
                      constant: slow
            """;
    /** Long enough that it ends only if a test lets it. */
    private static final Map<String, String> TENTH =
            Map.of("serai.deploy.canary", "10%", "serai.deploy.probation", "1h");

    @TempDir
    Path home;

    private LiveSerai live;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(home.resolve("routes"));
    }

    @AfterEach
    void stop() {
        live.close();
    }

    private RunningSerai start(Map<String, String> sets) throws IOException {
        live = LiveSerai.start(home, sets);
        return live.door();
    }

    @Test
    void itTakesItsShareAndIsSeen() throws Exception {
        RunningSerai serai = start(Map.of());
        serai.save("shop/application.properties", "serai.deploy.canary=10\nserai.deploy.probation=1h\n");
        serai.saved("shop/shop.camel.yaml", GREET.formatted("one"));
        JsonNode receipt = serai.saved("shop/shop.camel.yaml", GREET.formatted("two"));

        Map<String, Integer> answers = Callers.call(serai, "/greet", 2000);

        assertThat(answers).isEqualTo(Map.of("one", 1800, "two", 200));
        int newest = receipt.path("version").asInt();
        assertThat(receipt.path("accepted").asBoolean()).isTrue();
        assertThat(receipt.path("activeVersion").asInt()).isEqualTo(newest - 1);
        assertThat(receipt.path("findings").path(0).path("message").asText())
                .isEqualTo("shop@" + newest
                        + " takes 10 % of the HTTP requests for 3600 s, then it is promoted, or taken back"
                        + " if it is worse");
        JsonNode status = serai.status("shop");
        assertThat(status.path("state").asText()).isEqualTo("LIVE");
        assertThat(status.path("version").asInt()).isEqualTo(newest - 1);
        assertThat(status.path("fileDiffers").asBoolean()).isFalse();
        assertThat(status.path("canary").path("version").asInt()).isEqualTo(newest);
        assertThat(status.path("canary").path("share").asInt()).isEqualTo(10);
        await().untilAsserted(() -> {
            JsonNode canary = serai.status("shop").path("canary");
            assertThat(canary.path("requests").asInt()).isEqualTo(200);
            assertThat(canary.path("failed").asInt()).isZero();
        });
        assertThat(CommandRun.of(home, "status").out())
                .contains("shop: version " + newest + " takes 10 % of the HTTP requests until ")
                .contains("200 answered, 0 failed");
        assertThat(CommandRun.of(home, "history", "shop").out()).contains("on probation, not promoted");
        assertMetrics(newest);
    }

    private void assertMetrics(int newest) throws Exception {
        String metrics = metrics();
        assertThat(metrics)
                .contains("serai_canary_share{integration=\"shop\",version=\"" + newest + "\"} 0.1\n")
                .contains("serai_http_requests_total{integration=\"shop\",version=\"" + newest + "\"} 200.0\n")
                .contains("serai_http_requests_failed_total{integration=\"shop\",version=\"" + newest + "\"} 0.0\n")
                .contains("serai_http_request_duration_seconds_count{integration=\"shop\",version=\"" + newest
                        + "\"} 200\n")
                .contains("serai_http_requests_total{integration=\"shop\",version=\"" + (newest - 1) + "\"} 1800.0\n");
    }

    private String metrics() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(live.managementUrl() + "/observe/metrics"))
                .header(
                        "Authorization",
                        "Bearer "
                                + RuntimeFile.read(home.resolve("state"))
                                        .orElseThrow()
                                        .token())
                .header("Accept", "text/plain")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aGoodOneIsPromotedUnderLoadWithoutAFailedRequest() throws Exception {
        RunningSerai serai = start(Map.of(
                "serai.deploy.canary", "50",
                "serai.deploy.probation", "2s",
                "serai.deploy.probation-latency", "1000"));
        serai.saved(FILE, GREET.formatted("one"));
        try (Callers callers = Callers.begin(serai, "/greet")) {
            callers.awaitMore(100);

            serai.saved(FILE, GREET.formatted("two"));

            await().atMost(PATIENCE)
                    .until(() -> serai.status("greet").path("version").asInt() == 2);
            callers.awaitMore(100);
            assertThat(callers.stop().keySet()).isEqualTo(Set.of("one", "two"));
        }
        assertThat(Callers.call(serai, "/greet", 200)).isEqualTo(Map.of("two", 200));
        JsonNode status = serai.status("greet");
        assertThat(status.path("canary").isNull()).isTrue();
        assertThat(status.path("fileDiffers").asBoolean()).isFalse();
        JsonNode receipt = serai.receipt("greet");
        assertThat(receipt.path("activeVersion").asInt()).isEqualTo(2);
        assertThat(receipt.path("findings").path(0).path("message").asText()).startsWith("greet@2 was promoted: ");
        assertThat(notes(serai)).isEqualTo(Map.of());
        assertThat(recorded(serai, "integration.promote")).contains("requests, 0 % failed");
        assertThat(metrics()).contains("serai_canary_promotions_total{integration=\"greet\"} 1.0\n");
    }

    @Test
    void oneThatFailsIsTakenBackByItselfAndTellsWhy() throws Exception {
        RunningSerai serai = start(Map.of(
                "serai.deploy.canary", "20",
                "serai.deploy.probation", "1h",
                "serai.deploy.probation-requests", "20",
                "serai.deploy.probation-latency", "1000"));
        serai.saved(FILE, GREET.formatted("one"));
        try (Callers callers = Callers.begin(serai, "/greet")) {
            callers.awaitMore(100);

            serai.save(FILE, FAILING);

            await().atMost(PATIENCE)
                    .until(() -> serai.status("greet").path("state").asText().equals("ROLLED_BACK"));
            assertThat(callers.stop().keySet()).isEqualTo(Set.of("one", "500 broken"));
        }
        assertThat(Callers.call(serai, "/greet", 200)).isEqualTo(Map.of("one", 200));
        assertThat(serai.status("greet").path("fileDiffers").asBoolean()).isTrue();
        JsonNode receipt = serai.receipt("greet");
        assertThat(receipt.path("accepted").asBoolean()).isFalse();
        assertThat(receipt.path("activeVersion").asInt()).isEqualTo(1);
        String why = receipt.path("findings").path(0).path("message").asText();
        assertThat(why)
                .startsWith("greet@2 was taken back: 100 % of its ")
                .contains(" requests failed, and 0 % of ")
                .endsWith(" of greet@1; allowed are 5 points more");
        assertThat(notes(serai).get(2)).isEqualTo(why.substring("greet@2 was ".length()));
        assertThat("greet@2 was taken back: " + recorded(serai, "integration.takeback"))
                .isEqualTo(why);
        assertThat(metrics()).contains("serai_canary_takebacks_total{integration=\"greet\"} 1.0\n");
        assertThat(CommandRun.of(home, "logs", "greet").out()).contains("greet@2 taken back: 100 %");
        assertThat(serai.rollback("greet").json().path("detail").asText())
                .as("a version that was taken back is none to go back to")
                .startsWith("greet has no earlier version to go back to");
    }

    @Test
    void oneThatIsMuchSlowerIsTakenBack() throws Exception {
        RunningSerai serai = start(Map.of(
                "serai.deploy.canary", "50",
                "serai.deploy.probation", "1h",
                "serai.deploy.probation-requests", "16"));
        serai.saved(FILE, GREET.formatted("one"));
        try (Callers callers = Callers.begin(serai, "/greet")) {
            callers.awaitMore(100);

            serai.save(FILE, SLOW);

            await().atMost(PATIENCE)
                    .until(() -> serai.status("greet").path("state").asText().equals("ROLLED_BACK"));
            assertThat(callers.stop().keySet()).isEqualTo(Set.of("one", "slow"));
        }
        assertThat(serai.receipt("greet")
                        .path("findings")
                        .path(0)
                        .path("message")
                        .asText())
                .startsWith("greet@2 was taken back: 95 % of its ")
                .endsWith("; allowed is 3 times as long");
    }

    @Test
    void whoeverDecidesOtherwiseEndsIt() throws Exception {
        RunningSerai serai = start(TENTH);
        serai.saved(FILE, GREET.formatted("one"));
        serai.saved(FILE, GREET.formatted("two"));

        JsonNode back = serai.rollback("greet").json();

        assertThat(back.path("activeVersion").asInt()).isEqualTo(1);
        assertServing(serai, "ROLLED_BACK", 1, null);
        serai.saved(FILE, GREET.formatted("three"));
        serai.saved(FILE, GREET.formatted("four"));
        assertServing(serai, "LIVE", 1, 4);
        serai.saved(FILE, "- from:\n    uri: platform-http:/greet\n    steps:\n      - lgo: a\n");
        assertServing(serai, "REFUSED", 1, 4);
        serai.saved(FILE, GREET.formatted("four"));
        assertServing(serai, "LIVE", 1, 4);
        serai.saved(FILE, GREET.formatted("one"));
        assertServing(serai, "LIVE", 1, null);
        assertThat(notes(serai))
                .isEqualTo(Map.of(
                        2, "left on probation: taken back by ada",
                        3, "left on probation: replaced by greet@4",
                        4, "left on probation: its file went back to the version before"));
        assertThat(Callers.call(serai, "/greet", 200)).isEqualTo(Map.of("one", 200));
    }

    @Test
    void aPersonPromotesByRollingForward() throws Exception {
        RunningSerai serai = start(TENTH);
        serai.saved(FILE, GREET.formatted("one"));
        serai.saved(FILE, GREET.formatted("two"));

        serai.rollback("greet", 2);

        assertServing(serai, "LIVE", 2, null);
        assertThat(notes(serai)).isEqualTo(Map.of());
        assertThat(Callers.call(serai, "/greet", 200)).isEqualTo(Map.of("two", 200));
    }

    @Test
    void stoppedAndUndeployedInTheMiddleItLeavesNothingBehind() throws Exception {
        RunningSerai serai = start(TENTH);
        serai.saved(FILE, GREET.formatted("one"));
        serai.saved(FILE, GREET.formatted("two"));
        serai.api("POST", "/integrations/greet/stop", "");
        assertThat(serai.get("/greet")).startsWith("404 ");
        serai.api("POST", "/integrations/greet/start", "");
        assertThat(Callers.call(serai, "/greet", 200)).isEqualTo(Map.of("one", 200));
        serai.saved(FILE, GREET.formatted("three"));
        assertThat(serai.status("greet").path("canary").path("version").asInt()).isEqualTo(3);

        serai.api("DELETE", "/integrations/greet", "");

        assertThat(serai.get("/greet")).startsWith("404 ");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(beans()).isEmpty();
            assertThat(Heap.instances("dev.serai.management.lifecycle.deploy.BundleClassLoader"))
                    .isZero();
        });
        JsonNode heir = serai.saved("heir.camel.yaml", GREET.formatted("heir"));
        assertThat(heir.path("accepted").asBoolean())
                .as("the path is free: %s", heir)
                .isTrue();
        assertThat(serai.get("/greet")).isEqualTo("heir");
    }

    private static Set<ObjectName> beans() throws Exception {
        return ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName("org.apache.camel:*"), null);
    }

    @Test
    void aPathThatOnlyOneOfThemHasIsAnsweredByThatOne() throws Exception {
        RunningSerai serai = start(TENTH);
        serai.saved(FILE, GREET.formatted("one") + GREET.formatted("gone").replace("/greet", "/gone"));
        serai.saved(FILE, GREET.formatted("two") + GREET.formatted("new").replace("/greet", "/new"));

        JsonNode thief =
                serai.saved("thief.camel.yaml", GREET.formatted("thief").replace("/greet", "/gone"));

        assertThat(Callers.call(serai, "/gone", 100)).isEqualTo(Map.of("gone", 100));
        assertThat(Callers.call(serai, "/new", 100)).isEqualTo(Map.of("new", 100));
        assertThat(thief.path("accepted").asBoolean()).isFalse();
        assertThat(thief.path("findings").path(0).path("message").asText()).contains("/gone");
    }

    @Test
    void whatCannotBeSharedIsSwitchedAtOnceAndThatIsTold() throws Exception {
        RunningSerai serai = start(TENTH);
        String ticker = "- from:\n    uri: timer:t?period=1000\n    steps:\n      - log: tick %d\n";
        serai.saved("ticker.camel.yaml", ticker.formatted(1));

        JsonNode receipt = serai.saved("ticker.camel.yaml", ticker.formatted(2));

        assertThat(receipt.path("activeVersion").asInt()).isEqualTo(2);
        assertThat(receipt.path("findings").path(0).path("severity").asText()).isEqualTo("INFO");
        assertThat(receipt.path("findings").path(0).path("message").asText())
                .isEqualTo(
                        "a probation compares what both versions answer over HTTP, and one of them answers nothing: ticker@2"
                                + " was switched to at once");
    }

    @Test
    void aShareWithoutATimeIsWarnedOf() throws Exception {
        RunningSerai serai = start(Map.of("serai.deploy.canary", "10"));
        serai.saved(FILE, GREET.formatted("one"));

        JsonNode receipt = serai.saved(FILE, GREET.formatted("two"));

        assertThat(receipt.path("activeVersion").asInt()).isEqualTo(2);
        assertThat(receipt.path("findings").path(0).path("message").asText())
                .isEqualTo(
                        "serai.deploy.canary is 10 and serai.deploy.probation is 0s, so all requests go to the new version at"
                                + " once");
    }

    private void assertServing(RunningSerai serai, String state, int version, @Nullable Integer canary) {
        JsonNode status = serai.status("greet");
        assertThat(status.path("state").asText()).isEqualTo(state);
        assertThat(status.path("version").asInt()).isEqualTo(version);
        if (canary == null) {
            assertThat(status.path("canary").isNull()).as("%s", status).isTrue();
        } else {
            assertThat(status.path("canary").path("version").asInt()).isEqualTo(canary);
            assertThat(Callers.call(serai, "/greet", 100).values()).containsExactlyInAnyOrder(90, 10);
        }
    }

    /** What the history says of probations, by version. */
    private static Map<Integer, String> notes(RunningSerai serai) {
        Map<Integer, String> notes = new TreeMap<>();
        serai.api("GET", "/integrations/greet/versions", "").json().forEach(version -> {
            if (!version.path("probation").isNull()) {
                notes.put(
                        version.path("version").asInt(),
                        version.path("probation").asText());
            }
        });
        return notes;
    }

    private static String recorded(RunningSerai serai, String action) {
        return await().until(
                        () -> serai.api("GET", "/audit?action=" + action, "")
                                .json()
                                .path("records")
                                .path(0),
                        record -> record.path("subject").asText().equals("greet@2"))
                .path("detail")
                .asText();
    }
}
