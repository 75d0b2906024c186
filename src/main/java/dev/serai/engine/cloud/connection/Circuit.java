package dev.serai.engine.cloud.connection;

import dev.serai.foundation.CircuitSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;

/** The circuit of a connection: one for all integrations, so that what one of them learns the others need not learn too. */
final class Circuit {

    private final String connection;
    private final CircuitBreaker breaker;

    Circuit(String connection, CircuitSettings settings) {
        this.connection = connection;
        this.breaker = CircuitBreaker.of(
                connection,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(settings.failurePercent())
                        .slidingWindowSize(settings.calls())
                        .minimumNumberOfCalls(settings.minimumCalls())
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(settings.trials())
                        .recordException(SystemFault::isOne)
                        .build());
    }

    /** Whether something may be sent now; after it was, {@link #note} is told what came of it. */
    boolean lets() {
        return breaker.tryAcquirePermission();
    }

    void note(Exchange exchange, long began) {
        long took = System.nanoTime() - began;
        Exception failure = exchange.getException();
        if (failure == null) {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(took, TimeUnit.NANOSECONDS, failure);
        }
    }

    CircuitOpenException refusal() {
        CircuitBreaker.Metrics seen = breaker.getMetrics();
        return new CircuitOpenException("connection " + connection + " is left alone for now: "
                + seen.getNumberOfFailedCalls() + " of its last " + seen.getNumberOfBufferedCalls()
                + " calls failed; see: serai connection show " + connection);
    }

    /** {@code closed}, {@code open} or {@code half-open}. */
    String state() {
        return breaker.getState().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
