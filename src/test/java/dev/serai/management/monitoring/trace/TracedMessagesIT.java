package dev.serai.management.monitoring.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.serai.fixture.RunningSerai;
import dev.serai.fixture.WholeRuntime;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracedMessagesIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-" + TRACE + "-" + CALLER + "-01";

    private static final String FRONT = """
            - route:
                id: intake
                from:
                  uri: platform-http:/orders
                  steps:
                    - removeHeaders: { pattern: "*" }
                    - to: { id: price, uri: service:price }
                    - to: { id: store, uri: event:orders.stored }
                    - to: { id: hand-over, uri: seda:later }
                    - setBody: { id: answer, constant: stored }
            - route:
                id: later
                from:
                  uri: seda:later
                  steps:
                    - log: { id: late, message: late }
            - route:
                id: call
                from:
                  uri: platform-http:/call
                  steps:
                    - removeHeaders: { pattern: "CamelHttp*" }
                    - to: { id: out, uri: "http://127.0.0.1:{{echo}}/echo" }
            - route:
                id: call-vertx
                from:
                  uri: platform-http:/call-vertx
                  steps:
                    - removeHeaders: { pattern: "CamelHttp*" }
                    - to: { id: out-vertx, uri: "vertx-http:http://127.0.0.1:{{echo}}/echo" }
            - route:
                id: broken
                from:
                  uri: platform-http:/broken
                  steps:
                    - throwException: { id: throw, exceptionType: java.lang.IllegalStateException, message: "no ${body}" }
            """;
    private static final String PRICING = """
            - route:
                id: price
                from:
                  uri: service:price
                  steps:
                    - setBody: { constant: "7" }
            """;
    private static final String STORAGE = """
            - route:
                id: keep
                from:
                  uri: event:orders.stored
                  steps:
                    - log: { id: kept, message: kept }
            """;

    @TempDir
    static Path home;

    private static OtlpReceiver receiver;
    private static WholeRuntime serai;

    @BeforeAll
    static void start() throws Exception {
        receiver = OtlpReceiver.start();
        String port = receiver.url().substring(receiver.url().lastIndexOf(':') + 1);
        serai = WholeRuntime.start(
                home,
                Map.of(
                        "serai.tracing.endpoint",
                        receiver.url(),
                        "serai.tracing.sample-ratio",
                        "0",
                        "serai.retry.attempts",
                        "0",
                        "echo",
                        port));
        serai.save("pricing.camel.yaml", PRICING)
                .save("storage.camel.yaml", STORAGE)
                .save("front.camel.yaml", FRONT);
        List.of("pricing", "storage", "front")
                .forEach(name -> assertThat(serai.accepted(name)).isPositive());
    }

    @AfterAll
    static void stop() {
        serai.close();
        receiver.close();
    }

    @Test
    void aMessageIsOneTraceFromHttpThroughServiceEventAndQueue() throws Exception {
        HttpResponse<String> answer = send("/orders", SAMPLED);

        assertThat(answer.body()).isEqualTo("stored");
        assertThat(answer.headers().firstValue("traceparent")).isEmpty();
        List<Span> trace = trace("front/intake", "storage/keep/kept", "front/later/late");
        assertThat(trace)
                .extracting(span -> OtlpReceiver.hex(span.getTraceId()))
                .containsOnly(TRACE);
        assertThat(OtlpReceiver.hex(named(trace, "front/intake").getParentSpanId()))
                .isEqualTo(CALLER);
        assertParent(trace, "front/intake/price", "front/intake");
        assertParent(trace, "pricing/price", "front/intake/price");
        assertParent(trace, "front/intake/store", "front/intake");
        assertParent(trace, "storage/keep", "front/intake/store");
        assertParent(trace, "storage/keep/kept", "storage/keep");
        assertParent(trace, "front/later", "front/intake/hand-over");
        assertParent(trace, "front/intake/answer", "front/intake");
        assertThat(named(trace, "front/intake").getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
        assertThat(named(trace, "storage/keep").getKind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
        assertThat(OtlpReceiver.attribute(named(trace, "front/intake"), "serai.integration"))
                .isEqualTo("front");
        assertThat(OtlpReceiver.attribute(named(trace, "front/intake"), "serai.version"))
                .isEqualTo("1");
        assertThat(OtlpReceiver.attribute(named(trace, "front/intake"), "http.request.method"))
                .isEqualTo("GET");
        assertThat(receiver.resource())
                .containsEntry("service.name", "serai")
                .containsKey("service.instance.id")
                .containsKey("service.version");
    }

    @Test
    void theContextGoesOutOverHttp() throws Exception {
        for (String path : List.of("/call", "/call-vertx")) {
            String trace = path.equals("/call") ? "1".repeat(32) : "2".repeat(32);
            HttpResponse<String> answer = serai.send(serai.request(path)
                    .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                    .header("tracestate", "vendor=1")
                    .header("baggage", "tenant=acme"));

            assertThat(answer.body()).isEqualTo("echo");
            String out = receiver.echoed("traceparent");
            Span step = await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> receiver.spans().stream()
                                    .filter(span -> out.contains(OtlpReceiver.hex(span.getSpanId())))
                                    .findFirst()
                                    .orElse(null),
                            found -> found != null);
            assertThat(out).startsWith("00-" + trace + "-").endsWith("-01");
            assertThat(step.getName()).startsWith("front/call").contains("/out");
            assertThat(step.getKind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
            assertThat(receiver.echoed("tracestate")).isEqualTo("vendor=1");
            assertThat(receiver.echoed("baggage")).isEqualTo("tenant=acme");
        }
    }

    @Test
    void whatIsNotSampledIsNotSentButGoesOnAsOneTrace() throws Exception {
        HttpResponse<String> fresh = send("/call", "");

        assertThat(fresh.body()).isEqualTo("echo");
        String out = receiver.echoed("traceparent");
        assertThat(out).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        String sampled = "00-" + "3".repeat(32) + "-" + CALLER + "-01";
        send("/call", sampled);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !traceOf("3".repeat(32)).isEmpty());
        assertThat(traceOf(out.substring(3, 35))).isEmpty();
    }

    @Test
    void aFailureIsNotedWithoutWhatWasInTheMessage() throws Exception {
        String trace = "4".repeat(32);
        serai.send(serai.request("/broken")
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .POST(BodyPublishers.ofString("hunter2")));

        await().atMost(Duration.ofSeconds(20)).until(() -> traceOf(trace).size() >= 2);
        assertThat(traceOf(trace))
                .allSatisfy(span -> {
                    assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
                    assertThat(OtlpReceiver.attribute(span, "error.type")).isEqualTo("java.lang.IllegalStateException");
                    assertThat(span.toString()).doesNotContain("hunter2");
                })
                .anySatisfy(span -> assertThat(OtlpReceiver.attribute(span, "http.response.status_code"))
                        .isEqualTo("500"));
    }

    @Test
    void logAndHistoryTellTheTrace() throws Exception {
        String trace = "5".repeat(32);
        send("/orders", "00-" + trace + "-" + CALLER + "-01");

        RunningSerai door = RunningSerai.at(home);
        JsonNode line = await().atMost(Duration.ofSeconds(20)).until(() -> lineOf(door, trace), JsonNode::isObject);
        assertThat(line.path("message").asText()).isEqualTo("kept");
        assertThat(line.path("integration").asText()).isEqualTo("storage");
        assertThat(line.path("route").asText()).isEqualTo("keep");
        assertThat(line.path("version").asText()).isEqualTo("1");
        assertThat(line.path("exchange").asText()).isNotEmpty();
        assertThat(line.path("span").asText()).matches("[0-9a-f]{16}");
        await().untilAsserted(() -> assertThat(door.api("GET", "/integrations/front/exchanges?kind=slow", "")
                        .json())
                .anySatisfy(one -> assertThat(one.path("traceId").asText()).isEqualTo(trace)));
    }

    private static JsonNode lineOf(RunningSerai door, String trace) throws Exception {
        for (JsonNode line : door.api("GET", "/integrations/storage/logs?format=json", "")
                .json()
                .path("lines")) {
            JsonNode entry = new ObjectMapper().readTree(line.asText());
            if (entry.path("trace").asText().equals(trace)) {
                return entry;
            }
        }
        return MissingNode.getInstance();
    }

    private static HttpResponse<String> send(String path, String traceparent) throws Exception {
        return serai.send(
                traceparent.isEmpty()
                        ? serai.request(path)
                        : serai.request(path).header("traceparent", traceparent));
    }

    private static List<Span> traceOf(String id) {
        return receiver.spans().stream()
                .filter(span -> OtlpReceiver.hex(span.getTraceId()).equals(id))
                .toList();
    }

    /** The test's trace, once those spans are in it. */
    private static List<Span> trace(String... names) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(traceOf(TRACE)).extracting(Span::getName).contains(names));
        return new ArrayList<>(traceOf(TRACE));
    }

    private static Span named(List<Span> trace, String name) {
        return trace.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertParent(List<Span> trace, String child, String parent) {
        assertThat(named(trace, child).getParentSpanId())
                .as(child + " in " + parent)
                .isEqualTo(named(trace, parent).getSpanId());
    }
}
