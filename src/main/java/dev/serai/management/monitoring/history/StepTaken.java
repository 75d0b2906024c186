package dev.serai.management.monitoring.history;

import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.jspecify.annotations.Nullable;

/** A step that a message takes: it hears of its own end in place of whoever waits for that, and passes it on. */
final class StepTaken implements AsyncCallback {

    private final NamedNode node;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final @Nullable Object body;
    private final @Nullable Map<String, Object> headers;
    private final long startedNanos;
    private volatile long endedNanos;
    private volatile boolean failed;

    /**
     * @param body the body before the step, or what is shown of it; null when it is not kept
     * @param headers a copy of the headers before the step; null when they are not kept
     */
    StepTaken(
            NamedNode node,
            Exchange exchange,
            AsyncCallback callback,
            @Nullable Object body,
            @Nullable Map<String, Object> headers) {
        this.node = node;
        this.exchange = exchange;
        this.callback = callback;
        this.body = body;
        this.headers = headers;
        this.startedNanos = System.nanoTime();
    }

    @Override
    public void done(boolean doneSync) {
        failed = exchange.getException() != null;
        endedNanos = System.nanoTime();
        callback.done(doneSync);
    }

    NamedNode node() {
        return node;
    }

    @Nullable
    Object body() {
        return body;
    }

    Map<String, Object> headers() {
        return headers == null ? Map.of() : headers;
    }

    long startedNanos() {
        return startedNanos;
    }

    /** Negative while it has not ended. */
    long durationNanos() {
        return endedNanos == 0 ? -1 : Math.max(0, endedNanos - startedNanos);
    }

    boolean isFailed() {
        return failed;
    }
}
