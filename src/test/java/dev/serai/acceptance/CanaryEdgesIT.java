package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import dev.serai.fixture.SmallRuntime;
import dev.serai.foundation.CanaryStatus;
import dev.serai.foundation.settings.ProbationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is beside the HTTP requests while a version takes a share of them: consumers, services, names, a crash, a connection that changes. */
@Timeout(240)
class CanaryEdgesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FILE = "greet.camel.yaml";
    private static final String GREET = """
            - from:
                uri: platform-http:/greet
                steps:
                  - setBody:
                      constant: "%s"
            """;
    private static final String MIXED = """
            - from:
                uri: platform-http:/greet
                steps:
                  - to: service:signature
                  - setBody:
                      simple: "%1$d signed ${body}"
            - from:
                uri: service:signature
                steps:
                  - setBody:
                      constant: "%1$d"
            - from:
                uri: "file:{{serai.home}}/in?delay=10&initialDelay=0&idempotent=true"
                steps:
                  - to: "file:{{serai.home}}/out?fileName=${header.CamelFileName}.%1$d.${exchangeId}"
            """;
    private static final String LEFT = GREET.formatted("left").replace("/greet", "/left");

    @TempDir
    Path home;

    @BeforeEach
    void folders() throws IOException {
        for (String folder : List.of("routes", "in", "out")) {
            Files.createDirectories(home.resolve(folder));
        }
    }

    @Test
    void whatFetchesAndWhoAnswersServicesStayWithTheOldVersionUntilThePromotion() throws Exception {
        AtomicBoolean sending = new AtomicBoolean(true);
        try (LiveSerai live = LiveSerai.start(
                home,
                Map.of(
                        "serai.deploy.canary", "50",
                        "serai.deploy.probation", "4s",
                        "serai.deploy.probation-latency", "1000"))) {
            RunningSerai serai = live.door();
            serai.saved(FILE, MIXED.formatted(1) + LEFT);
            CompletableFuture<List<String>> sent = CompletableFuture.supplyAsync(() -> send(sending));
            Callers callers = Callers.begin(serai, "/greet");
            callers.awaitMore(50);

            serai.saved(FILE, MIXED.formatted(2));

            serai.save("heir.camel.yaml", LEFT.replace("left\"", "inherited\""));
            await().atMost(PATIENCE)
                    .until(() -> serai.status("greet").path("version").asInt() == 2);
            Instant promoted = Instant.parse(serai.receipt("greet").path("at").asText());
            callers.awaitMore(50);
            await("a file that the new version took").atMost(PATIENCE).until(() -> !takenBy(2)
                    .isEmpty());
            await("the name that the new version does not need")
                    .atMost(PATIENCE)
                    .until(() -> serai.get("/left").equals("inherited"));
            sending.set(false);
            List<String> all = sent.get(30, TimeUnit.SECONDS);
            await().atMost(PATIENCE).until(() -> arrived().size() >= all.size());
            assertThat(arrived()).containsExactlyInAnyOrderElementsOf(all);
            for (Path taken : takenBy(2)) {
                assertThat(Files.getLastModifiedTime(taken).toInstant()).isAfterOrEqualTo(promoted);
            }
            assertThat(callers.stop().keySet())
                    .contains("1 signed 1", "2 signed 1", "2 signed 2")
                    .isSubsetOf(Set.of("1 signed 1", "2 signed 1", "1 signed 2", "2 signed 2"));
        }
    }

    private List<String> send(AtomicBoolean sending) {
        List<String> sent = new ArrayList<>();
        while (sending.get()) {
            String name = "m" + sent.size();
            try {
                Path draft = Files.writeString(home.resolve("draft"), name);
                Files.move(draft, home.resolve("in").resolve(name));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            sent.add(name);
            await().pollDelay(Duration.ofMillis(20))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> true);
        }
        return sent;
    }

    private List<Path> out() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("out"))) {
            return files.toList();
        }
    }

    private List<String> arrived() throws IOException {
        return out().stream()
                .map(file -> file.getFileName().toString().split("\\.", 2)[0])
                .toList();
    }

    private List<Path> takenBy(int version) throws IOException {
        return out().stream()
                .filter(file -> file.getFileName().toString().contains("." + version + "."))
                .collect(Collectors.toList());
    }

    @Test
    void killedInTheMiddleTheOldVersionServesAndTheProbationBeginsAnew() throws Exception {
        String[] tenth = {"--set", "serai.deploy.canary=10", "--set", "serai.deploy.probation=1h"};
        try (ChildSerai first = ChildSerai.start(home, tenth)) {
            first.door().saved(FILE, GREET.formatted("one"));
            first.door().saved(FILE, GREET.formatted("two"));
            assertThat(first.door()
                            .status("greet")
                            .path("canary")
                            .path("version")
                            .asInt())
                    .isEqualTo(2);

            first.kill();
        }

        try (ChildSerai second = ChildSerai.start(home, tenth)) {
            assertBegunAnew(second.door());
            second.kill();
        }
        Files.writeString(home.resolve("routes").resolve(FILE), GREET.formatted("one"));
        try (ChildSerai third = ChildSerai.start(home, tenth)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            third.door().status("greet").path("fileDiffers").asBoolean())
                    .isFalse());
            assertThat(third.door().status("greet").path("canary").isNull()).isTrue();
            assertThat(Callers.call(third.door(), "/greet", 100)).isEqualTo(Map.of("one", 100));
        }
    }

    @Test
    void stoppedInTheMiddleSeraiDrainsAndBeginsAnew() throws Exception {
        Map<String, String> tenth = Map.of("serai.deploy.canary", "10", "serai.deploy.probation", "1h");
        try (LiveSerai first = LiveSerai.start(home, tenth)) {
            first.door().saved(FILE, GREET.formatted("one"));
            first.door().saved(FILE, GREET.formatted("two"));
        }

        try (LiveSerai second = LiveSerai.start(home, tenth)) {
            assertBegunAnew(second.door());
        }
    }

    private static void assertBegunAnew(RunningSerai serai) {
        assertThat(serai.status("greet").path("version").asInt()).isEqualTo(1);
        JsonNode status = await().atMost(PATIENCE)
                .until(() -> serai.status("greet"), seen -> !seen.path("canary").isNull());
        assertThat(status.path("version").asInt()).isEqualTo(1);
        assertThat(status.path("state").asText()).isEqualTo("LIVE");
        assertThat(status.path("canary").path("version").asInt()).isEqualTo(2);
        assertThat(serai.versions("greet")).containsExactly(2, 1);
        assertThat(Callers.call(serai, "/greet", 100)).isEqualTo(Map.of("one", 90, "two", 10));
    }

    @Test
    void whenSomethingThatBothUseIsReplacedBothAreStartedOnceMore() throws Exception {
        ProbationSettings tenth = new ProbationSettings(10, Duration.ofHours(1), 50, 5, 3);
        try (SmallRuntime serai = new SmallRuntime(home, tenth)) {
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("one")));
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("two")));
            CanaryStatus before = canary(serai);

            assertThat(serai.control()
                            .renew("greet", context -> context.getName().equals("greet@2"))
                            .join()
                            .orElseThrow()
                            .refusal())
                    .isEmpty();

            assertThat(canary(serai).since()).isAfter(before.since());
            assertThat(serai.control().running("greet").orElseThrow().number()).isEqualTo(1);
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(serai.get("/greet").body());
            }
            assertThat(answers).filteredOn("two"::equals).hasSize(10);
            assertThat(answers).filteredOn("one"::equals).hasSize(90);
        }
    }

    private static CanaryStatus canary(SmallRuntime serai) {
        CanaryStatus canary = serai.control().status("greet").orElseThrow().canary();
        if (canary == null) {
            throw new AssertionError("nothing is on probation");
        }
        return canary;
    }
}
