package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.Heap;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who decides otherwise while a version is on probation, and what cannot be on probation at all. */
@Timeout(240)
class CanaryDecisionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FILE = "greet.camel.yaml";
    private static final String GREET = """
            - from:
                uri: platform-http:/greet
                steps:
                  - setBody:
                      constant: "%s"
            """;
    /** Long enough that it ends only if a test lets it. */
    private static final Map<String, String> TENTH =
            Map.of("serai.deploy.canary", "10%", "serai.deploy.probation", "1h");

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
        assertThat(Probations.notes(serai))
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
        assertThat(Probations.notes(serai)).isEqualTo(Map.of());
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
}
