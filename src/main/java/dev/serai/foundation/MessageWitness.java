package dev.serai.foundation;

import org.apache.camel.Exchange;

/** Follows a message through its routes, standing in its exchange, and hears of what a route does not let be seen. */
@FunctionalInterface
public interface MessageWitness {

    /** The exchange property that holds it; pieces of a split message have their whole's. */
    String PROPERTY = "SeraiWitness";

    /**
     * The message, or a piece of it, could not be delivered and was kept as a dead letter.
     *
     * @param exchange with the message as it came in, before an answer takes its place
     */
    void undeliverable(Exchange exchange, Throwable cause);

    /** Tells the witness of an exchange, if it has one. */
    static void tellUndeliverable(Exchange exchange, Throwable cause) {
        if (exchange.getProperty(PROPERTY) instanceof MessageWitness witness) {
            witness.undeliverable(exchange, cause);
        }
    }
}
