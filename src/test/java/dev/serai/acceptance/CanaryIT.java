package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.console.RuntimeFile;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    @TempDir
    Path home;

    private @Nullable LiveSerai live;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(home.resolve("routes"));
    }

    @AfterEach
    void stop() {
        if (live != null) {
            live.close();
        }
    }

    private RunningSerai start(Map<String, String> sets) throws IOException {
        LiveSerai started = LiveSerai.start(home, sets);
        live = started;
        return started.door();
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
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Objects.requireNonNull(live).managementUrl() + "/observe/metrics"))
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
        assertThat(Probations.notes(serai)).isEqualTo(Map.of());
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
        assertThat(Probations.notes(serai).get(2)).isEqualTo(why.substring("greet@2 was ".length()));
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
                "serai.deploy.probation-requests", "5"));
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
