package dev.serai.engine.enterprise.deadletter;

import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Marks the exchange of a redriven message: its failure is reported to the person who redrives it, not kept a second time. */
final class RedriveAttempt {

    private static final String PROPERTY = "SeraiRedriveAttempt";

    private final String exchangeId;
    private volatile @Nullable Throwable failure;

    private RedriveAttempt(String exchangeId) {
        this.exchangeId = exchangeId;
    }

    static RedriveAttempt begin(Exchange exchange) {
        RedriveAttempt attempt = new RedriveAttempt(exchange.getExchangeId());
        exchange.setProperty(PROPERTY, attempt);
        return attempt;
    }

    /** The attempt this exchange is; null for any other, also for a piece split from a redriven message. */
    static @Nullable RedriveAttempt of(Exchange exchange) {
        RedriveAttempt attempt = exchange.getProperty(PROPERTY, RedriveAttempt.class);
        return attempt != null && attempt.exchangeId.equals(exchange.getExchangeId()) ? attempt : null;
    }

    void failed(Throwable cause) {
        failure = cause;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }
}
