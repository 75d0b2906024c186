package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import dev.serai.management.security.audit.LogVerifier;
import dev.serai.management.security.audit.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people and the runtime do is on record, with what came of it, and survives {@code kill -9}. */
@Timeout(180)
class AuditLiveIT {

    private static final String GREET = """
            - from:
                uri: platform-http:/greet
                steps:
                  - setBody:
                      constant: "%s"
            """;

    @TempDir
    Path home;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(home.resolve("routes"));
        Files.createDirectories(home.resolve("config/connections"));
    }

    @Test
    void everyActIsOnRecordWithWhatCameOfIt() throws IOException {
        Files.writeString(home.resolve("config/application.properties"), "greeting=Hello\nold.key=1\n");
        try (LiveSerai serai = LiveSerai.start(home)) {
            RunningSerai door = serai.door();
            door.saved("greet.camel.yaml", GREET.formatted("one"));
            door.saved("greet.camel.yaml", GREET.formatted("two"));
            door.saved("greet.camel.yaml", GREET.formatted("three").replace("platform-http", "platfrom-http"));
            door.rollback("greet", 1);
            door.rollback("greet", 9);
            door.api("POST", "/integrations/greet/stop", "");
            door.api("PUT", "/secrets/crm.token", "{\"value\":\"planted-audit-1\"}");
            door.api("DELETE", "/integrations/greet", "");
            awaitRecord(door, "integration.undeploy");

            assertThat(told(door, "subject=greet"))
                    .containsExactly(
                            "integration.undeploy greet DONE OWNER",
                            "integration.stop greet@1 DONE OWNER",
                            "integration.rollback greet REFUSED OWNER",
                            "integration.rollback greet@1 DONE OWNER",
                            "integration.deploy greet REFUSED RUNTIME",
                            "integration.deploy greet@2 DONE RUNTIME",
                            "integration.deploy greet@1 DONE RUNTIME");
            assertThat(told(door, "action=secret.set")).containsExactly("secret.set crm.token DONE OWNER");
            JsonNode refused = records(door, "subject=greet&outcome=REFUSED&actor=watched%20folder")
                    .get(0);
            assertThat(refused.path("detail").asText())
                    .contains("which belongs to "
                            + Files.getOwner(home.resolve("routes")).getName())
                    .contains("routes/greet.camel.yaml:")
                    .contains("platfrom-http")
                    .endsWith("greet@2 runs on");
            JsonNode verified = door.api("POST", "/audit/verify", "").json();
            assertThat(verified.path("valid").asBoolean())
                    .as(verified.toString())
                    .isTrue();
            CommandRun list = CommandRun.of(home, "audit", "list", "--subject", "greet", "--limit", "2");
            assertThat(list.out()).contains("integration.undeploy").contains("more: --before");
            CommandRun export = CommandRun.of(home, "audit", "export");
            assertThat(export.out().lines().findFirst().orElseThrow())
                    .startsWith("{\"number\":1,")
                    .contains("\"action\":\"runtime.start\"");
        }
        assertThatAConfigurationChangeIsOnRecord();
        assertThatTheCommandVerifies();
    }

    private void assertThatAConfigurationChangeIsOnRecord() throws IOException {
        Files.writeString(home.resolve("config/application.properties"), "greeting=Hi\nnew.key=2\n");
        try (LiveSerai serai = LiveSerai.start(home)) {
            awaitRecord(serai.door(), "configuration.change");
            JsonNode change = records(serai.door(), "action=configuration.change&subject=config/application.properties")
                    .get(0);
            assertThat(change.path("detail").asText()).isEqualTo("changed greeting, added new.key, removed old.key");
            assertThat(told(serai.door(), "action=runtime.*"))
                    .containsExactly(
                            "runtime.start  DONE RUNTIME", "runtime.end  DONE RUNTIME", "runtime.start  DONE RUNTIME");
        }
    }

    private void assertThatTheCommandVerifies() throws IOException {
        CommandRun valid = CommandRun.of(home, "audit", "verify");
        assertThat(valid.code()).as(valid.out() + valid.err()).isZero();
        assertThat(valid.out()).startsWith("valid").contains("--expect ");
        Path segment = home.resolve("state/audit/000000000001.jsonl");
        Files.writeString(segment, Files.readString(segment).replaceFirst("greet@2", "greet@7"));

        CommandRun tampered = CommandRun.of(home, "audit", "verify", "--output", "json");

        assertThat(tampered.code()).isOne();
        assertThat(tampered.json().path("valid").asBoolean()).isFalse();
        assertThat(tampered.json().path("firstWrong").asLong()).isPositive();
    }

    @Test
    void noActThatWasAnsweredIsLostByAKill() throws Exception {
        Files.writeString(home.resolve("routes/greet.camel.yaml"), GREET.formatted("one"));
        AtomicInteger answered = new AtomicInteger();
        try (ChildSerai serai = ChildSerai.start(home)) {
            RunningSerai door = serai.door();
            await().until(() -> door.versions("greet"), versions -> versions.equals(List.of(1)));
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                callers.add(CompletableFuture.runAsync(() -> discardUntilKilled(door, answered)));
            }
            await().until(answered::get, count -> count >= 60);
            serai.kill();
            for (CompletableFuture<Void> caller : callers) {
                caller.handle((nothing, killed) -> null).get();
            }
        }

        Verification afterKill = new LogVerifier(home.resolve("state/audit")).verify();

        assertThat(afterKill.valid()).as(afterKill.toString()).isTrue();
        try (LiveSerai serai = LiveSerai.start(home)) {
            awaitRecord(serai.door(), "runtime.start");
            int kept = records(serai.door(), "action=deadletter.discard").size();
            System.out.println(
                    answered + " acts answered, " + kept + " on record, " + afterKill.unsealed() + " unsealed");
            assertThat(kept).isGreaterThanOrEqualTo(answered.get());
            assertThat(serai.door()
                            .api("POST", "/audit/verify", "")
                            .json()
                            .path("valid")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** A refused change is on record like any other, and needs no dead letter to be there. */
    private static void discardUntilKilled(RunningSerai door, AtomicInteger answered) {
        while (true) {
            assertThat(door.api("DELETE", "/deadletters/1", "").status()).isEqualTo(404);
            answered.incrementAndGet();
        }
    }

    private static void awaitRecord(RunningSerai door, String action) {
        await(action).until(() -> records(door, "action=" + action), records -> !records.isEmpty());
    }

    private static List<String> told(RunningSerai door, String query) {
        return records(door, query).stream()
                .map(record -> String.join(
                        " ",
                        record.path("action").asText(),
                        record.path("subject").asText(),
                        record.path("outcome").asText(),
                        record.path("means").asText()))
                .collect(Collectors.toList());
    }

    private static List<JsonNode> records(RunningSerai door, String query) {
        List<JsonNode> records = new ArrayList<>();
        door.api("GET", "/audit?limit=1000&" + query, "").json().path("records").forEach(records::add);
        return records;
    }
}
