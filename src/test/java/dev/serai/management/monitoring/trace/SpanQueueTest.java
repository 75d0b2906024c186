package dev.serai.management.monitoring.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpanQueueTest {

    private static final int SPANS = 10_000;
    private static final int MOST = 100;

    @Test
    void noSpanWaitsForAReceiverThatDoesNotAnswerAndEachThatIsLostIsCounted() {
        CompletableResultCode never = new CompletableResultCode();
        SpanQueue queue = new SpanQueue(new Receiver(never), MOST, "http://receiver");

        long start = System.nanoTime();
        SdkTracerProvider provider = end(queue);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(taken).isLessThan(Duration.ofSeconds(5));
        assertThat(queue.counts().sent()).isZero();
        assertThat(queue.counts().dropped()).isEqualTo(SPANS - MOST);
        never.fail();
        provider.shutdown().join(5, TimeUnit.SECONDS);
        assertThat(queue.counts().failed()).isEqualTo(MOST);
    }

    @Test
    void whatTheReceiverTakesIsCounted() {
        SpanQueue queue = new SpanQueue(new Receiver(CompletableResultCode.ofSuccess()), 2 * SPANS, "http://receiver");

        SdkTracerProvider provider = end(queue);
        provider.forceFlush().join(5, TimeUnit.SECONDS);

        await().untilAsserted(() -> assertThat(queue.counts()).isEqualTo(new Traces.Counts(SPANS, 0, 0)));
        provider.shutdown().join(5, TimeUnit.SECONDS);
    }

    private static SdkTracerProvider end(SpanQueue queue) {
        SdkTracerProvider provider =
                SdkTracerProvider.builder().addSpanProcessor(queue).build();
        for (int i = 0; i < SPANS; i++) {
            provider.get("test").spanBuilder("step").startSpan().end();
        }
        return provider;
    }

    private record Receiver(CompletableResultCode answer) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return answer;
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
