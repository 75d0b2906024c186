package dev.serai.management.monitoring.metrics;

import dev.serai.foundation.Latencies;
import dev.serai.foundation.UndeliverableMessages;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;

/** Counts what passes one route of one version, as Camel's own Micrometer policy counts it, for a tenth of its cost. */
final class RouteMeter {

    private static final String PROPERTY = "SeraiPass";

    /** An exchange that is handed on between queues for ever must not remember all of its way. */
    private static final int DEEPEST = 1_000;

    private final String route;
    private final IntegrationMeter integration;
    private final LongAdder begun = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder handled = new LongAdder();
    private final LongAdder redelivered = new LongAdder();
    private final LongAdder kept = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final Latencies latencies = new Latencies();
    private final MessageSamples samples = new MessageSamples();
    private volatile long last;

    /**
     * The way of one exchange through one route.
     *
     * @param meter of the route
     * @param began as {@link System#nanoTime()} told it
     * @param message the exchange's id when a message of the integration begins here; null when it came from another route
     * @param outer the way that it is a part of
     * @param depth how many ways it is a part of
     */
    private record Pass(
            RouteMeter meter,
            long began,
            @Nullable String message,
            @Nullable Pass outer,
            int depth) {

        static Pass of(RouteMeter meter, @Nullable String message, @Nullable Pass outer) {
            if (outer == null || outer.depth >= DEEPEST) {
                return new Pass(meter, System.nanoTime(), message, null, 0);
            }
            return new Pass(meter, System.nanoTime(), message, outer, outer.depth + 1);
        }
    }

    RouteMeter(String route, IntegrationMeter integration) {
        this.route = route;
        this.integration = integration;
    }

    void begin(Exchange exchange) {
        Pass outer = (Pass) exchange.getProperty(PROPERTY);
        boolean enters = outer == null || outer.meter.integration != integration || isNewPiece(exchange, outer);
        begun.increment();
        samples.look(exchange);
        if (enters) {
            entered.increment();
        }
        String message = enters ? exchange.getExchangeId() : null;
        exchange.setProperty(PROPERTY, Pass.of(this, message, outer));
    }

    /** A piece of a split message is a message of its own; it begins at the first route that it is sent to. */
    private static boolean isNewPiece(Exchange exchange, Pass outer) {
        if (exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) == null) {
            return false;
        }
        Pass pass = outer;
        while (pass.message == null && pass.outer != null) {
            pass = pass.outer;
        }
        return !exchange.getExchangeId().equals(pass.message);
    }

    void end(Exchange exchange) {
        Pass pass = (Pass) exchange.getProperty(PROPERTY);
        if (pass == null || pass.meter != this) {
            return;
        }
        exchange.setProperty(PROPERTY, pass.outer);
        long took = System.nanoTime() - pass.began;
        long now = System.currentTimeMillis();
        count(exchange, took, now);
        if (pass.message != null) {
            left.increment();
            integration.count(took, now, fails(exchange));
        }
    }

    private void count(Exchange exchange, long took, long now) {
        done.increment();
        nanos.add(took);
        latencies.record(took);
        last = now;
        if (exchange.isFailed()) {
            failed.increment();
        } else if (ExchangeHelper.isFailureHandled(exchange)) {
            handled.increment();
            if (exchange.getProperty(UndeliverableMessages.KEPT_AS) != null) {
                kept.increment();
            }
        }
        if (exchange.isExternalRedelivered()) {
            redelivered.increment();
        }
    }

    /** A message that was kept as a dead letter has failed too, although Camel calls that handled. */
    private static boolean fails(Exchange exchange) {
        return exchange.isFailed() || exchange.getProperty(UndeliverableMessages.KEPT_AS) != null;
    }

    String route() {
        return route;
    }

    long total() {
        return done.sum();
    }

    long failed() {
        return failed.sum();
    }

    long handled() {
        return handled.sum();
    }

    /** Those that failed and those that were kept as dead letters, which Camel calls handled. */
    long lost() {
        return failed.sum() + kept.sum();
    }

    /** Durations by bucket. */
    long[] latencies() {
        long[] counts = new long[Latencies.BUCKETS];
        latencies.addTo(counts);
        return counts;
    }

    MessageSamples samples() {
        return samples;
    }

    long redelivered() {
        return redelivered.sum();
    }

    long nanos() {
        return nanos.sum();
    }

    long inFlight() {
        return Math.max(0, begun.sum() - done.sum());
    }

    /** Messages of the integration that began here and are not done. */
    long messagesInFlight() {
        return Math.max(0, entered.sum() - left.sum());
    }

    /** When the last one was done, in milliseconds since 1970; 0 when none was. */
    long last() {
        return last;
    }
}
