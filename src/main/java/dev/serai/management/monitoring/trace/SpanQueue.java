package dev.serai.management.monitoring.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spans on their way to the receiver. No message waits for it: when more wait than fit, further ones are dropped, and each that does not arrive is
 * counted.
 */
final class SpanQueue implements SpanProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(Traces.class);
    private static final int BATCH = 512;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long SAY_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final String endpoint;
    private final SpanExporter exporter;
    private final BatchSpanProcessor batches;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong saidNanos = new AtomicLong(System.nanoTime() - SAY_AGAIN_NANOS);

    /**
     * @param most how many may wait
     * @param endpoint where the exporter sends, as it is told to people
     */
    SpanQueue(SpanExporter exporter, int most, String endpoint) {
        this.most = most;
        this.endpoint = endpoint;
        this.exporter = exporter;
        this.batches = BatchSpanProcessor.builder(new Counted())
                .setMaxQueueSize(most)
                .setMaxExportBatchSize(Math.min(BATCH, most))
                .setScheduleDelay(PAUSE)
                .build();
    }

    Traces.Counts counts() {
        return new Traces.Counts(sent.get(), dropped.get(), failed.get());
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only ended spans are sent.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!span.getSpanContext().isSampled()) {
            return;
        }
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            dropped.incrementAndGet();
            complain();
        } else {
            batches.onEnd(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return batches.forceFlush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return batches.shutdown();
    }

    private void complain() {
        long before = saidNanos.get();
        long now = System.nanoTime();
        if (now - before > SAY_AGAIN_NANOS && saidNanos.compareAndSet(before, now)) {
            LOG.warn(
                    "traces do not all arrive at {}: {} spans dropped, {} not accepted, {} sent so far; see whether the receiver runs",
                    endpoint,
                    dropped,
                    failed,
                    sent);
        }
    }

    /** The exporter with each batch counted. */
    private final class Counted implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            int count = spans.size();
            CompletableResultCode result = exporter.export(spans);
            result.whenComplete(() -> {
                waiting.addAndGet(-count);
                if (result.isSuccess()) {
                    sent.addAndGet(count);
                } else {
                    failed.addAndGet(count);
                    complain();
                }
            });
            return result;
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }
}
