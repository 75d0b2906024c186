package dev.serai.foundation;

import org.apache.camel.Exchange;

/** Keeps messages that no route could deliver, so that they are never dropped. */
@FunctionalInterface
public interface UndeliverableMessages {

    /** The exchange property that tells the number of the dead letter as which its message was kept. */
    String KEPT_AS = "SeraiDeadLetter";

    /**
     * Keeps the exchange's message with its cause, durably, before it returns.
     *
     * @param exchange the failed exchange; its exception is the cause
     * @param integration whose message it is
     * @param version number of the version that failed
     * @return the number of the dead letter
     * @throws RuntimeException when it could not be kept; then the source must keep the message
     */
    long keep(Exchange exchange, String integration, int version);
}
