package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import dev.serai.fixture.RunningSerai.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions that are taken back, and what a refused file says beside the version that serves. */
@Timeout(120)
class RollbackIT {

    private static final String FILE = "greet.camel.yaml";
    private static final String GREET = """
            - from:
                uri: platform-http:/greet
                steps:
                  - setBody:
                      constant: "%s"
            """;
    private static final String BROKEN = "- from:\n    uri: platform-http:/greet\n    steps:\n      - lgo: a\n";
    private static final String FAILS_BESIDE_THE_OLD = """
            - from:
                uri: "timer:t?period=#bean:broken"
                steps:
                  - log: never
            - beans:
                - name: broken
                  type: java.lang.String
                  scriptLanguage: groovy
                  script: "throw new IllegalStateException('on purpose')"
            """;
    private static final String FAILS_IN_THE_SWITCH = """
            - from:
                uri: file:no-such-folder?startingDirectoryMustExist=true&autoCreate=false
                steps:
                  - log: never
            """;

    @TempDir
    Path home;

    private LiveSerai live;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(home.resolve("routes"));
        live = LiveSerai.start(home);
    }

    @AfterEach
    void stop() {
        live.close();
    }

    private RunningSerai serai() {
        return live.door();
    }

    @Test
    void rollbackBringsTheVersionBeforeBackAndLeavesTheFile() throws IOException {
        saveThree();
        Instant begin = Instant.now();

        Answer answer = serai().rollback("greet");

        System.out.println(
                "rollback took " + Duration.between(begin, Instant.now()).toMillis() + " ms");
        assertThat(answer.json().path("activeVersion").asInt()).isEqualTo(2);
        assertThat(serai().get("/greet")).isEqualTo("two");
        assertThat(home.resolve("routes").resolve(FILE)).hasContent(GREET.formatted("three"));
        assertState("ROLLED_BACK", 2, true);
    }

    @Test
    void fileDiffersUntilItChangesAgain() {
        saveThree();
        serai().rollback("greet", 1);
        assertState("ROLLED_BACK", 1, true);

        serai().saved(FILE, GREET.formatted("four"));

        assertThat(serai().get("/greet")).isEqualTo("four");
        assertState("LIVE", 4, false);
        assertThat(serai().versions("greet")).containsExactly(4, 3, 2, 1);
    }

    @Test
    void fileThatIsSavedWithTheContentThatWasRolledBackToIsLive() {
        saveThree();
        serai().rollback("greet", 1);

        serai().save(FILE, GREET.formatted("one"));

        await().untilAsserted(() -> assertState("LIVE", 1, false));
        assertThat(serai().get("/greet")).isEqualTo("one");
    }

    @Test
    void unknownVersionIsNamedWithThoseThereAre() {
        saveThree();

        Answer answer = serai().rollback("greet", 9);
        CommandRun command = CommandRun.of(home, "rollback", "greet", "9");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asText()).isEqualTo("greet has no version 9; it has [3, 2, 1]");
        assertThat(command.err())
                .isEqualTo("serai: greet has no version 9; it has [3, 2, 1]; see: serai history greet\n");
        assertThat(command.code()).isEqualTo(1);
        assertThat(serai().get("/greet")).isEqualTo("three");
    }

    @Test
    void rollbackSurvivesARestart() throws IOException {
        saveThree();
        serai().rollback("greet", 1);

        live.close();
        live = LiveSerai.start(home);

        assertThat(serai().get("/greet")).isEqualTo("one");
        assertState("ROLLED_BACK", 1, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {FAILS_BESIDE_THE_OLD, FAILS_IN_THE_SWITCH})
    void versionThatCouldNotStartIsNoVersionToGoBackTo(String failing) {
        serai().saved(FILE, GREET.formatted("one"));
        JsonNode failed = serai().saved(FILE, failing);
        assertThat(failed.path("accepted").asBoolean()).as("%s", failed).isFalse();
        assertThat(serai().get("/greet")).isEqualTo("one");
        serai().saved(FILE, GREET.formatted("two"));

        Answer answer = serai().rollback("greet");

        assertThat(answer.json().path("accepted").asBoolean()).as(answer.body()).isTrue();
        assertThat(serai().get("/greet")).isEqualTo("one");
        assertThat(serai().versions("greet")).containsExactly(2, 1);
    }

    @Test
    void stoppedIntegrationStaysStoppedWhenABrokenFileIsSaved() throws IOException {
        serai().saved(FILE, GREET.formatted("one"));
        serai().api("POST", "/integrations/greet/stop", "");
        serai().saved(FILE, BROKEN);

        live.close();
        live = LiveSerai.start(home);

        assertThat(serai().status("greet").path("state").asText()).isEqualTo("STOPPED");
        assertThat(serai().receipt("greet").path("accepted").asBoolean()).isFalse();
        assertThat(serai().get("/greet")).startsWith("404 ");
    }

    @Test
    void refusedContentNeverHidesTheVersionThatServes() {
        serai().saved(FILE, GREET.formatted("one"));
        serai().saved(FILE, BROKEN);

        JsonNode rest = serai().statuses();
        CommandRun status = CommandRun.of(home, "status", "--output", "json");
        CommandRun receipt = CommandRun.of(home, "receipt", "greet", "--output", "json");
        CommandRun text = CommandRun.of(home, "status");

        assertThat(status.json()).isEqualTo(rest);
        assertThat(receipt.json())
                .isEqualTo(serai().receipt("greet"))
                .isEqualTo(rest.path(0).path("receipt"));
        assertShapes(rest.path(0));
        assertThat(text.out())
                .contains("greet: refused, version 1 serves")
                .contains("routes/greet.camel.yaml:4:9: unknown step \"lgo\"; did you mean \"log\"?");
        assertThat(serai().get("/greet")).isEqualTo("one");
    }

    private static void assertShapes(JsonNode status) {
        assertThat(status.fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "version",
                        "hash",
                        "state",
                        "since",
                        "source",
                        "fileDiffers",
                        "routes",
                        "http",
                        "receipt",
                        "owner",
                        "description",
                        "canary");
        assertThat(status.path("state").asText()).isEqualTo("REFUSED");
        assertThat(status.path("version").asInt()).isEqualTo(1);
        assertThat(status.path("fileDiffers").asBoolean()).isTrue();
        JsonNode receipt = status.path("receipt");
        assertThat(receipt.fieldNames())
                .toIterable()
                .containsExactly("name", "accepted", "version", "hash", "activeVersion", "at", "findings");
        assertThat(receipt.path("accepted").asBoolean()).isFalse();
        assertThat(receipt.path("version").isNull()).isTrue();
        assertThat(receipt.path("activeVersion").asInt()).isEqualTo(1);
        assertThat(receipt.path("hash").asText())
                .isNotEqualTo(status.path("hash").asText());
        assertThat(receipt.path("findings").path(0).fieldNames())
                .toIterable()
                .containsExactly("severity", "file", "line", "column", "check", "message", "hint");
    }

    private void saveThree() {
        for (String text : new String[] {"one", "two", "three"}) {
            JsonNode receipt = serai().saved(FILE, GREET.formatted(text));
            assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();
        }
    }

    private void assertState(String state, int version, boolean fileDiffers) {
        JsonNode status = serai().status("greet");
        assertThat(status.path("state").asText()).isEqualTo(state);
        assertThat(status.path("version").asInt()).isEqualTo(version);
        assertThat(status.path("fileDiffers").asBoolean()).isEqualTo(fileDiffers);
    }
}
