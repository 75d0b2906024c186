package dev.serai.management.lifecycle.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationMode;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.gate.Gate;
import dev.serai.management.lifecycle.test.RouteTests;
import dev.serai.management.lifecycle.test.TestReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineTest {

    @ParameterizedTest
    @EnumSource(IntegrationMode.class)
    void everyModePassesTheGate(IntegrationMode mode) {
        Bundle bundle = pipeline(mode).bundle();

        List<Finding> findings =
                new Gate(List.of()).check(bundle, Landscape.EMPTY).findings();

        assertThat(findings.stream().filter(Finding::refuses)).isEmpty();
        assertThat(new Gate(List.of()).check(bundle, Landscape.EMPTY).metadata().mode())
                .isEqualTo(mode);
    }

    @Test
    void directDeliversEachMessage() {
        assertPasses(pipeline(IntegrationMode.DIRECT), """
                given: { to: "file:inbox", body: "a\\nb" }
                expect: [ { at: "file:out", body: "a\\nb" } ]
                """);
    }

    @Test
    void batchDeliversFullGroupsAndWhatIsLeftWhenTimeIsUp() {
        assertPasses(
                pipeline(IntegrationMode.BATCH).with(Optimization.NONE.withBatch(2, Duration.ofMillis(1500))), """
                given:
                  - { to: "file:inbox", body: a }
                  - { to: "file:inbox", body: b }
                  - { to: "file:inbox", body: c }
                expect:
                  - { at: "file:out", body: "a\\nb" }
                  - { at: "file:out", body: c }
                """);
    }

    @Test
    void batchGivesADatabaseTheListOfBodies() {
        assertPasses(
                Pipeline.between("direct:in", List.of("orders-db:insert into t values (#)"), IntegrationMode.BATCH)
                        .with(Optimization.NONE
                                .withBatch(2, Duration.ofMinutes(1))
                                .withConcurrency(2)),
                """
                given: [ { to: "direct:in", body: a }, { to: "direct:in", body: b } ]
                expect: [ { at: "orders-db:*", body: [ a, b ] } ]
                """);
    }

    @Test
    void streamingDeliversLinesOfAFileInOrder() {
        assertPasses(pipeline(IntegrationMode.STREAMING), """
                given: { to: "file:inbox", body: "a\\nb\\nc" }
                expect: [ { at: "file:out", body: a }, { at: "file:out", body: b }, { at: "file:out", body: c } ]
                """);
    }

    @Test
    void streamingDeliversElementsOfAListAndLeavesTextWhole() {
        assertPasses(Pipeline.between("direct:in", List.of("event:out"), IntegrationMode.STREAMING), """
                given: [ { to: "direct:in", object: [ a, b ] }, { to: "direct:in", body: "c,d" } ]
                expect: [ { at: "event:out", body: a }, { at: "event:out", body: b }, { at: "event:out", body: "c,d" } ]
                """);
    }

    @Test
    void eventDrivenAnnouncesAndDelivers() {
        Pipeline pipeline = pipeline(IntegrationMode.EVENT_DRIVEN);

        assertPasses(pipeline, """
                given: { to: "file:inbox", body: a }
                expect: [ { at: "event:file-inbox-to-file-out", body: a } ]
                """);
        assertPasses(pipeline, """
                given: { to: "event:file-inbox-to-file-out", body: a }
                expect: [ { at: "file:out", body: a } ]
                """);
    }

    @Test
    void intelligentStaysWithTheTargetThatWorks() {
        assertPasses(pipeline(IntegrationMode.INTELLIGENT), """
                given: [ { to: "file:inbox", body: a }, { to: "file:inbox", body: b } ]
                mock: { "file:out": { fails: disk full } }
                expect:
                  - { at: "file:out", body: a }
                  - { at: "file:spare", body: a }
                  - { at: "file:spare", body: b }
                """);
    }

    @ParameterizedTest
    @MethodSource
    void everySettingChangesTheRoute(Pipeline with) {
        String plain = text(pipeline(with.mode()));

        assertThat(text(with)).isNotEqualTo(plain);
    }

    static Stream<Pipeline> everySettingChangesTheRoute() {
        Optimization none = Optimization.NONE;
        return Stream.of(
                pipeline(IntegrationMode.DIRECT).with(none.withConcurrency(4)),
                pipeline(IntegrationMode.BATCH).with(none.withConcurrency(4)),
                pipeline(IntegrationMode.EVENT_DRIVEN).with(none.withConcurrency(4)),
                pipeline(IntegrationMode.INTELLIGENT).with(none.withConcurrency(4)),
                pipeline(IntegrationMode.BATCH).with(none.withBatch(7, none.batchInterval())),
                pipeline(IntegrationMode.BATCH).with(none.withBatch(none.batchSize(), Duration.ofSeconds(7))),
                pipeline(IntegrationMode.STREAMING).with(none.withMaxInFlight(7)),
                pipeline(IntegrationMode.DIRECT).with(none.withCompression()),
                pipeline(IntegrationMode.INTELLIGENT).with(none.withCompression()),
                pipeline(IntegrationMode.DIRECT).with(Monitoring.SUMMARY),
                pipeline(IntegrationMode.DIRECT).with(Monitoring.SUMMARY.every(Duration.ofSeconds(7))),
                pipeline(IntegrationMode.INTELLIGENT).with(Monitoring.DETAIL));
    }

    @Test
    void compressedBodiesSayTheirEncoding() {
        assertPasses(
                pipeline(IntegrationMode.DIRECT)
                        .with(Optimization.NONE.withCompression().withConcurrency(2))
                        .with(Monitoring.DETAIL),
                """
                given: { to: "file:inbox", body: a }
                expect: [ { at: "file:out", headers: { Content-Encoding: gzip } } ]
                """);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithEveryReason() {
        assertThatThrownBy(() -> new Pipeline(
                        "in/out",
                        "inbox",
                        List.of("file:a", "file:b"),
                        IntegrationMode.STREAMING,
                        Optimization.NONE.withConcurrency(2).withBatch(5, Duration.ofSeconds(1)),
                        Monitoring.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "pipeline: batch size and interval have no effect in mode STREAMING; leave them out, or use BATCH"
                                + " · mode STREAMING keeps the order, so concurrency must be 1; leave it out, or use DIRECT"
                                + " · name \"in/out\" is not possible; expected letters, digits, dot, dash and underscore"
                                + " · source \"inbox\" is no endpoint; expected a URI such as file:inbox"
                                + " · mode STREAMING has one target, not 2; INTELLIGENT chooses between several");
    }

    @Test
    void secretsInUrisReachNeitherTheNameNorTheDescription() {
        Pipeline pipeline = Pipeline.between(
                "ftp://joe:secret@host/in?password=secret", List.of("file:out"), IntegrationMode.DIRECT);

        assertThat(pipeline.name()).isEqualTo("ftp-host-in-to-file-out");
        assertThat(pipeline.bundle().text("integration.yaml")).doesNotContain("secret");
    }

    private static Pipeline pipeline(IntegrationMode mode) {
        List<String> targets =
                mode == IntegrationMode.INTELLIGENT ? List.of("file:out", "file:spare") : List.of("file:out");
        return Pipeline.between("file:inbox", targets, mode);
    }

    private static String text(Pipeline pipeline) {
        return pipeline.bundle().text(pipeline.name() + ".camel.yaml");
    }

    private static void assertPasses(Pipeline pipeline, String test) {
        Map<String, byte[]> files = new HashMap<>(pipeline.bundle().files());
        String tests = "tests:\n  - name: pipeline\n" + test.indent(4);
        files.put("pipeline.test.yaml", tests.getBytes(StandardCharsets.UTF_8));

        TestReport report = new RouteTests(new ContextFactory(false, List.of()))
                .run(new Bundle(pipeline.name(), pipeline.name() + "/", files), CompiledClasses.NONE, Map.of());

        assertThat(report.allFindings().stream().map(Finding::sentence)).isEmpty();
        assertThat(report.results()).hasSize(1);
    }
}
