package dev.serai.management.monitoring.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.RunningSerai;
import dev.serai.fixture.WholeRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageHistoryIT {

    private static final String ROUTES = """
            - route:
                id: intake
                from:
                  uri: platform-http:/%1$s
                  steps:
                    - to: { id: go, uri: direct:enrich }
                    - filter:
                        simple: "${header.fail} != null"
                        steps:
                          - throwException: { id: refuse, exceptionType: java.lang.IllegalStateException, message: full }
                    - setBody: { id: answer, constant: "done" }
            - route:
                id: enrich
                from:
                  uri: direct:enrich
                  steps:
                    - setHeader: { id: sign, name: Authorization, constant: "Bearer hunter2hunter2" }
            - route:
                id: lines
                from:
                  uri: platform-http:/%1$s-lines
                  steps:
                    - split:
                        tokenize: ","
                        steps:
                          - filter:
                              simple: "${body} == 'bad'"
                              steps:
                                - throwException: { exceptionType: java.lang.IllegalStateException, message: bad line }
                    - setBody: { constant: "split" }
            """;

    @TempDir
    static Path home;

    private static WholeRuntime serai;

    @BeforeAll
    static void start() throws Exception {
        serai = start(
                home, Map.of("serai.history.failed", "3", "serai.history.slow", "2", "serai.retry.attempts", "0"));
    }

    private static WholeRuntime start(Path home, Map<String, String> settings) throws Exception {
        WholeRuntime started = WholeRuntime.start(home, settings);
        started.save("orders.camel.yaml", ROUTES.formatted("orders"));
        assertThat(started.accepted("orders")).isPositive();
        return started;
    }

    @AfterAll
    static void stop() {
        serai.close();
    }

    @Test
    void aFailedMessageIsShownWithEveryStepMasked() throws Exception {
        serai.send(serai.request("/orders?fail=yes")
                .header("X-Api-Key", "hunter2")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"id\": 7, \"password\": \"hunter2\"}")));

        JsonNode found = messages("?kind=failed&route=intake").get(0);
        assertThat(found.path("cause").asText()).contains("full");
        assertThat(found.path("version").asInt()).isPositive();
        JsonNode whole = message(home, found);
        assertThat(whole.toString()).doesNotContain("hunter2");
        List<String> nodes = new ArrayList<>();
        whole.path("steps")
                .forEach(step -> nodes.add(
                        step.path("route").asText() + "/" + step.path("node").asText()));
        assertThat(nodes)
                .startsWith("intake/from", "intake/go", "enrich/sign")
                .contains("intake/refuse")
                .endsWith("intake/end");
        JsonNode from = whole.path("steps").get(0);
        assertThat(from.path("body").asText()).isEqualTo("{\"id\": 7, \"password\": \"••••\"}");
        assertThat(from.path("headers").path("X-Api-Key").asText()).isEqualTo("••••");
        assertThat(step(whole, "refuse").path("failed").asBoolean()).isTrue();
        assertThat(step(whole, "sign").path("failed").asBoolean()).isFalse();
        CommandRun shown = CommandRun.of(
                home, "messages", "show", "orders", found.path("id").asText());
        assertThat(shown.out()).contains("refuse", "failed", "••••").doesNotContain("hunter2");
    }

    @Test
    void theNewestFailedOnesAndTheSlowestAreKeptAcrossVersions() throws Exception {
        for (int i = 0; i < 6; i++) {
            serai.get("/orders?fail=" + i);
            serai.get("/orders");
        }
        int version = serai.accepted("orders");

        serai.save("orders.camel.yaml", ROUTES.formatted("orders") + "# again\n");
        await().atMost(Duration.ofSeconds(20)).until(() -> serai.accepted("orders") > version);
        serai.get("/orders?fail=last");

        JsonNode failed = messages("?kind=failed&route=intake");
        assertThat(failed).hasSize(3);
        assertThat(failed.get(0).path("version").asInt()).isGreaterThan(version);
        assertThat(failed.get(2).path("version").asInt()).isEqualTo(version);
        assertThat(messages("?kind=slow&route=intake")).hasSize(2);
        CommandRun list = CommandRun.of(home, "messages", "list", "orders", "--kind", "failed", "--output", "json");
        assertThat(list.json()).isEqualTo(messages("?kind=failed"));
    }

    @Test
    void aMessageOfWhichAPieceBecameADeadLetterHasFailed() throws Exception {
        assertThat(serai.post("/orders-lines", "text/plain", "good,bad,good").statusCode())
                .isEqualTo(200);

        JsonNode failed = messages("?kind=failed&route=lines");
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).path("cause").asText()).contains("bad line");
    }

    @Test
    void theDurableSampleSurvivesARestart(@TempDir Path other) throws Exception {
        Map<String, String> durable =
                Map.of("serai.history.durable", "true", "serai.history.sample-ratio", "1", "serai.history.slow", "1");
        try (WholeRuntime first = start(other, durable)) {
            for (int i = 0; i < 5; i++) {
                first.get("/orders");
            }
        }

        try (WholeRuntime second = start(other, durable)) {
            JsonNode sampled = messages(other, "?kind=sampled");
            assertThat(second.serai().integrations()).isNotEmpty();
            assertThat(sampled.size()).isBetween(1, 5);
            JsonNode whole = message(other, sampled.get(0));
            assertThat(step(whole, "answer").path("label").asText()).contains("setBody");
        }
    }

    private static JsonNode step(JsonNode message, String node) {
        for (JsonNode step : message.path("steps")) {
            if (step.path("node").asText().equals(node)) {
                return step;
            }
        }
        throw new AssertionError("no step " + node + " in " + message);
    }

    private static JsonNode messages(String query) {
        return messages(home, query);
    }

    private static JsonNode messages(Path home, String query) {
        return RunningSerai.at(home)
                .api("GET", "/integrations/orders/exchanges" + query, "")
                .json();
    }

    private static JsonNode message(Path home, JsonNode summary) {
        return RunningSerai.at(home)
                .api("GET", "/integrations/orders/exchanges/" + summary.path("id"), "")
                .json();
    }
}
