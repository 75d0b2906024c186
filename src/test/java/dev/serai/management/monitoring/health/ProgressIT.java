package dev.serai.management.monitoring.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.console.RuntimeFile;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health means progress: what stands still is found though its threads live, and what is idle or slow is left in peace. */
class ProgressIT {

    private static final String BLOCKED = """
            import java.util.concurrent.CountDownLatch;
            import org.apache.camel.builder.RouteBuilder;

            public class Blocked extends RouteBuilder {
                public void configure() {
                    from("timer:once?repeatCount=1&delay=10").routeId("%s").process(exchange -> new CountDownLatch(1).await());
                }
            }
            """;

    private static final String DEADLOCKED = """
            import java.util.concurrent.CyclicBarrier;
            import org.apache.camel.builder.RouteBuilder;

            public class Deadlocked extends RouteBuilder {
                private final Object stock = new Object();
                private final Object price = new Object();
                private final CyclicBarrier both = new CyclicBarrier(2);

                public void configure() {
                    from("timer:first?repeatCount=1&delay=10").routeId("first").process(exchange -> take(stock, price));
                    from("timer:second?repeatCount=1&delay=10").routeId("second").process(exchange -> take(price, stock));
                }

                private void take(Object one, Object other) throws Exception {
                    synchronized (one) {
                        both.await();
                        synchronized (other) {
                            both.reset();
                        }
                    }
                }
            }
            """;

    private static final String POLLER = """
            import java.util.concurrent.Executors;
            import java.util.concurrent.ScheduledExecutorService;
            import org.apache.camel.builder.RouteBuilder;

            public class Poller extends RouteBuilder {
                public void configure() {
                    ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
                    getContext().getRegistry().bind("pool", pool);
                    from("file:{{serai.home}}/inbox?initialDelay=0&delay=50&scheduledExecutorService=#pool").routeId("read")
                            .log("read");
                    from("timer:end?repeatCount=1&delay=300").routeId("end").process(exchange -> pool.shutdownNow());
                }
            }
            """;

    private static final String IDLE = """
            - route: {id: asked, from: {uri: "platform-http:/asked", steps: [{setBody: {constant: fine}}]}}
            - route: {id: looked, from: {uri: "file:{{serai.home}}/quiet?delay=100", steps: [{log: "never"}]}}
            - route: {id: waited, from: {uri: "seda:nothing", steps: [{log: "never"}]}}
            - route: {id: heard, from: {uri: "event:nothing", steps: [{log: "never"}]}}
            """;

    private static final String SLOW = """
            - route:
                id: batch
                from:
                  uri: timer:batch?repeatCount=1&delay=10
                  steps:
                    - setBody: {constant: "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20"}
                    - split:
                        expression: {tokenize: {token: ","}}
                        steps:
                          - delay: {constant: 200}
                          - to: direct:piece
                    - to: seda:finished
            - route: {id: piece, from: {uri: "direct:piece", steps: [{setHeader: {name: done, constant: "yes"}}]}}
            - route: {id: finished, from: {uri: "seda:finished", steps: [{log: "batch done"}]}}
            """;

    private static final String QUEUE = """
            - route:
                id: fill
                from:
                  uri: timer:fill?repeatCount=5&delay=10&period=10
                  steps:
                    - to: seda:full?waitForTaskToComplete=Never
            - route:
                id: emptied
                from:
                  uri: seda:full
                  steps:
                    - loop:
                        expression: {constant: {expression: "100000"}}
                        steps:
                          - delay: {asyncDelayed: "false", expression: {constant: "100"}}
                          - to: direct:step
            - route: {id: step, from: {uri: "direct:step", steps: [{setHeader: {name: seen, constant: "yes"}}]}}
            """;

    @TempDir
    static Path home;

    private static LiveSerai serai;
    private static RunningSerai door;

    @BeforeAll
    static void start() throws Exception {
        serai = LiveSerai.start(
                home,
                Map.of(
                        "serai.health.interval",
                        "200ms",
                        "serai.health.stalled-after",
                        "1500ms",
                        "serai.deploy.drain",
                        "500ms"));
        door = serai.door();
        door.save("idle.camel.yaml", IDLE);
        door.save("slow.camel.yaml", SLOW);
        door.save("queue.camel.yaml", QUEUE);
        door.save("blocked/Blocked.java", BLOCKED.formatted("blocks"));
        door.save("deadlocked/Deadlocked.java", DEADLOCKED);
        door.save("poller/Poller.java", POLLER);
        List.of("idle.camel.yaml", "slow.camel.yaml", "queue.camel.yaml", "blocked", "deadlocked", "poller")
                .forEach(source -> assertThat(
                                door.decided(source).path("accepted").asBoolean())
                        .as(source)
                        .isTrue());
    }

    @AfterAll
    static void stop() {
        serai.close();
    }

    @Test
    void aStepThatBlocksForEverIsFound() {
        assertThat(problem("blocked/progress:blocks"))
                .startsWith("blocked@1, route blocks: 1 exchange makes no progress, the longest for ")
                .contains("at step process", "expected a sign within 1500ms");
    }

    @Test
    void threadsThatWaitForEachOtherAreFound() {
        assertThat(problem("deadlocked/progress:first")).contains("1 exchange makes no progress");
        assertThat(problem("deadlocked/progress:second")).contains("1 exchange makes no progress");
        assertThat(probe("/live")).isEqualTo(200);
    }

    @Test
    void aPollerWhoseThreadIsGoneIsFound() {
        assertThat(problem("poller/progress:read"))
                .contains("route read: nothing was polled for ", "expected a poll every 50ms");
    }

    @Test
    void aQueueThatIsNotEmptiedIsFound() {
        assertThat(problem("queue/progress:emptied")).contains("messages wait in its queue and none was done for");
    }

    @Test
    void whatIsIdleOrSlowIsLeftInPeace() {
        problem("blocked/progress:blocks");
        await("the batch to end")
                .atMost(Duration.ofSeconds(30))
                .failFast("the batch counts as stalled", () -> down().contains("slow/progress:batch"))
                .until(() ->
                        check("slow/progress:batch").path("data").path("total").asInt() == 1);

        assertThat(down()).noneMatch(name -> name.startsWith("idle/") || name.startsWith("slow/"));
        assertThat(check("idle/progress:asked").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void onlyACriticalIntegrationMakesTheNodeUnready() {
        problem("blocked/progress:blocks");
        assertThat(probe("/ready")).isEqualTo(200);
        assertThat(probe("")).isEqualTo(200);

        door.save("vital/integration.yaml", "critical: true\n");
        door.save("vital/Blocked.java", BLOCKED.formatted("vital"));
        problem("vital/progress:vital");

        assertThat(probe("/ready")).isEqualTo(503);
        assertThat(probe("")).isEqualTo(503);
        assertThat(probe("/live")).isEqualTo(200);
        assertThat(alerts())
                .anyMatch(alert -> alert.path("id").asText().equals("stalled:vital/vital")
                        && alert.path("severity").asText().equals("critical"));
        door.api("DELETE", "/integrations/vital", "");
        await().atMost(Duration.ofSeconds(20)).until(() -> probe("/ready") == 200);
    }

    @Test
    void anAlertKeepsItsIdAndItsTimeWhileItLasts() {
        problem("blocked/progress:blocks");
        JsonNode first = stalled();
        String at = health().path("at").asText();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !health().path("at").asText().equals(at));

        JsonNode later = stalled();

        assertThat(later.path("since")).isEqualTo(first.path("since"));
        assertThat(later.path("severity").asText()).isEqualTo("warning");
        assertThat(later.path("hint").asText()).contains("serai logs blocked");
    }

    private static JsonNode stalled() {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> alerts().stream()
                                .filter(alert -> alert.path("id").asText().equals("stalled:blocked/blocks"))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    /** Waits until a check is down, and returns its message. */
    private static String problem(String name) {
        return await(name)
                .atMost(Duration.ofSeconds(20))
                .until(() -> check(name), check -> check.path("status").asText().equals("DOWN"))
                .path("message")
                .asText();
    }

    private static JsonNode check(String name) {
        return StreamSupport.stream(health().path("checks").spliterator(), false)
                .filter(check -> check.path("name").asText().equals(name))
                .findFirst()
                .orElse(health());
    }

    private static List<String> down() {
        return StreamSupport.stream(health().path("checks").spliterator(), false)
                .filter(check -> check.path("status").asText().equals("DOWN"))
                .map(check -> check.path("name").asText())
                .toList();
    }

    private static JsonNode health() {
        return door.api("GET", "/health", "").json();
    }

    private static List<JsonNode> alerts() {
        return StreamSupport.stream(door.api("GET", "/alerts", "").json().spliterator(), false)
                .toList();
    }

    /** What a probe without a token is told. */
    private static int probe(String path) {
        try {
            String url = RuntimeFile.read(home.resolve("state")).orElseThrow().managementUrl();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/observe/health" + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isIn("{\"status\":\"UP\"}", "{\"status\":\"DOWN\"}");
            return answer.statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
