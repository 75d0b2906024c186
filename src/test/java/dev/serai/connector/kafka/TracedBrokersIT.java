package dev.serai.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.connector.artemis.ArtemisServer;
import dev.serai.connector.artemis.BrokerHome;
import dev.serai.fixture.server.JavaServer;
import dev.serai.management.monitoring.trace.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** W3C trace context over brokers, by Kafka's protocol, by Artemis' own with JMS, and by AMQP 1.0. */
class TracedBrokersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CALLER = "00f067aa0ba902b7";

    /** No header of the caller goes on, so that what arrives is Serai's own. */
    private static final String FRONT = """
            - route:
                id: intake
                from:
                  uri: platform-http:/orders
                  steps:
                    - removeHeaders: {pattern: "*"}
                    - to: {id: publish, uri: events:orders}
            """;

    private static final String BILLING = """
            - route:
                id: bill
                from:
                  uri: events:orders
                  steps:
                    - to: {id: enqueue, uri: own:bills}
            """;
    private static final String SHIPPING = """
            - route:
                id: ship
                from:
                  uri: own:bills
                  steps:
                    - to: {id: hand-over, uri: standard:parcels}
            """;
    private static final String LABELS = """
            - route:
                id: print
                from:
                  uri: standard:parcels
                  steps:
                    - to: {id: tell-kafka, uri: events:labels}
                    - choice:
                        when:
                          - simple: "${body} == 'round'"
                            steps:
                              - to: {id: tell-jms, uri: own:labels}
                              - to: {id: tell-amqp, uri: standard:stickers}
            """;

    @TempDir
    private static Path folder;

    private static OtlpReceiver receiver;
    private static KafkaServer kafka;
    private static ArtemisServer broker;
    private static BrokerHome home;

    @BeforeAll
    static void start() throws Exception {
        receiver = OtlpReceiver.start();
        kafka = new KafkaServer();
        kafka.start(Files.createDirectory(folder.resolve("kafka")));
        broker = ArtemisServer.start(Files.createDirectory(folder.resolve("broker")));
        home = new BrokerHome(Files.createDirectory(folder.resolve("home")))
                .connection("events", "kafka", "brokers", kafka.openBrokers())
                .connection("own", "artemis", jms("tcp"))
                .connection("standard", "amqp", jms("amqp"))
                .start(Map.of("serai.tracing.endpoint", receiver.url(), "serai.tracing.sample-ratio", "0"))
                .integration("labels", LABELS)
                .integration("shipping", SHIPPING)
                .integration("billing", BILLING)
                .integration("front", FRONT);
    }

    private static String[] jms(String protocol) {
        String url = protocol + "://127.0.0.1:" + broker.port();
        return new String[] {"url", url, "user", ArtemisServer.USER, "password", ArtemisServer.PASSWORD};
    }

    @AfterAll
    static void stop() {
        try (OtlpReceiver last = receiver;
                KafkaServer log = kafka;
                ArtemisServer queues = broker) {
            home.close();
        }
    }

    @Test
    void aMessageIsOneTraceOverAllBrokersAndGoesOutWithTheStepThatSentIt() throws Exception {
        String trace = "1".repeat(32);

        home.post("/orders", "round", "traceparent", traceparent(trace));

        List<Span> spans = trace(
                trace,
                "front/intake",
                "billing/bill",
                "shipping/ship",
                "labels/print",
                "labels/print/tell-kafka",
                "labels/print/tell-jms",
                "labels/print/tell-amqp");
        assertThat(parents(spans, "front/intake")).containsExactly(CALLER);
        assertFollows(spans, "front/intake", "front/intake/publish", "billing/bill");
        assertFollows(spans, "billing/bill", "billing/bill/enqueue", "shipping/ship");
        assertFollows(spans, "shipping/ship", "shipping/ship/hand-over", "labels/print");
        assertThat(readFromKafka("labels", "round")).containsAnyOf(sentBy("labels/print/tell-kafka", trace));
        assertThat(readFromArtemis("labels")).containsAnyOf(sentBy("labels/print/tell-jms", trace));
        assertThat(readFromArtemis("stickers")).containsAnyOf(sentBy("labels/print/tell-amqp", trace));
    }

    @Test
    void aTraceThatAnotherProgramBeganIsContinuedFromKafka() {
        String trace = "2".repeat(32);

        kafka("send", "orders", "plain", "traceparent", traceparent(trace));

        assertContinued(trace, "billing/bill");
    }

    @Test
    void aTraceThatAnotherProgramBeganIsContinuedFromJms() {
        String trace = "3".repeat(32);

        artemis("send", "bills", "plain", "traceparent", traceparent(trace));

        assertContinued(trace, "shipping/ship");
    }

    @Test
    void aTraceThatAnotherProgramBeganIsContinuedFromAmqp() {
        String trace = "4".repeat(32);

        artemis("send", "parcels", "plain", "traceparent", traceparent(trace));

        assertContinued(trace, "labels/print");
    }

    private static void assertContinued(String trace, String first) {
        List<Span> spans = trace(trace, first, "labels/print/tell-kafka");
        assertThat(parents(spans, first)).containsOnly(CALLER);
        assertThat(spans).noneMatch(span -> span.getName().startsWith("front/"));
    }

    private static void assertFollows(List<Span> spans, String route, String step, String next) {
        assertThat(ids(spans, route)).as(step).containsAll(parents(spans, step));
        assertThat(ids(spans, step)).as(next).containsAll(parents(spans, next));
        assertThat(named(spans, step)).extracting(Span::getKind).containsOnly(SpanKind.SPAN_KIND_CLIENT);
        assertThat(named(spans, next)).extracting(Span::getKind).containsOnly(SpanKind.SPAN_KIND_CONSUMER);
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-" + CALLER + "-01";
    }

    /** The header as it must have been sent by a step: a message that came twice is sent twice. */
    private static String[] sentBy(String step, String trace) {
        return ids(spansOf(trace), step).stream()
                .map(id -> "traceparent=00-" + trace + "-" + id + "-01")
                .toArray(String[]::new);
    }

    /** The spans of a trace, once all of those names are among them. */
    private static List<Span> trace(String id, String... names) {
        await("spans of " + id).atMost(PATIENCE).untilAsserted(() -> assertThat(spansOf(id))
                .extracting(Span::getName)
                .contains(names));
        return spansOf(id);
    }

    private static List<Span> spansOf(String trace) {
        return receiver.spans().stream()
                .filter(span -> OtlpReceiver.hex(span.getTraceId()).equals(trace))
                .toList();
    }

    private static List<Span> named(List<Span> spans, String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static List<String> ids(List<Span> spans, String name) {
        return named(spans, name).stream()
                .map(span -> OtlpReceiver.hex(span.getSpanId()))
                .toList();
    }

    private static List<String> parents(List<Span> spans, String name) {
        return named(spans, name).stream()
                .map(span -> OtlpReceiver.hex(span.getParentSpanId()))
                .toList();
    }

    private static List<String> readFromKafka(String topic, String body) throws IOException {
        Path file = folder.resolve("record");
        kafka("read", topic, body, file.toString());
        return Files.readAllLines(file);
    }

    private static List<String> readFromArtemis(String queue) throws IOException {
        Path file = folder.resolve("message-" + queue);
        artemis("read", queue, file.toString());
        return Files.readAllLines(file);
    }

    private static void kafka(String verb, String... arguments) {
        run("kafka", "PlainRecord", List.of(verb, kafka.openBrokers()), arguments);
    }

    private static void artemis(String verb, String... arguments) {
        String url = "tcp://127.0.0.1:" + broker.port();
        run("artemis", "PlainMessage", List.of(verb, url, ArtemisServer.USER, ArtemisServer.PASSWORD), arguments);
    }

    private static void run(String server, String program, List<String> first, String... more) {
        Path source = Path.of("src/test/servers", server, program + ".java").toAbsolutePath();
        String[] arguments = Stream.concat(first.stream(), Arrays.stream(more)).toArray(String[]::new);
        JavaServer.named(server)
                .command(folder.resolve("clients"), broker.port(), source.toString(), arguments)
                .run();
    }
}
