package dev.serai.engine.cloud.connection;

import dev.serai.foundation.CircuitSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
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

    /** An endpoint of the connection, to which only what the circuit lets is sent. */
    Endpoint around(Endpoint endpoint) {
        return new InterceptedEndpoint(endpoint, this::send);
    }

    private boolean send(Exchange exchange, AsyncCallback callback, AsyncProducer producer) {
        if (!breaker.tryAcquirePermission()) {
            exchange.setException(refusal());
            callback.done(true);
            return true;
        }
        long began = System.nanoTime();
        return producer.process(exchange, doneSync -> {
            note(exchange, began);
            callback.done(doneSync);
        });
    }

    private void note(Exchange exchange, long began) {
        long took = System.nanoTime() - began;
        Exception failure = exchange.getException();
        if (failure == null) {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(took, TimeUnit.NANOSECONDS, failure);
        }
    }

    private CircuitOpenException refusal() {
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
