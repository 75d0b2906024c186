package dev.serai.engine.enterprise.deadletter;

import dev.serai.engine.message.PayloadType;
import java.time.Instant;
import java.util.Map;

/**
 * A message that could not be delivered, without its body, which {@link DeadLetters#body} gives.
 *
 * @param id its number
 * @param integration whose message it is
 * @param version number of the version that failed
 * @param routeId the route that gets it when it is redriven
 * @param endpoint the endpoint it failed at, or came from when no endpoint was reached; secrets masked
 * @param exchangeId Camel's name of the attempt, as in the log
 * @param at when it was kept
 * @param cause what went wrong, without payload
 * @param place where in the source the message stood
 * @param headers simple values, without credentials
 * @param bodyType what the body is
 * @param bodySize its size in bytes
 * @param attempts failed attempts to redrive it
 * @param state where it stands
 */
public record DeadLetter(
        long id,
        String integration,
        int version,
        String routeId,
        String endpoint,
        String exchangeId,
        Instant at,
        String cause,
        Place place,
        Map<String, Object> headers,
        PayloadType bodyType,
        long bodySize,
        int attempts,
        State state) {

    /** Where a dead letter stands. */
    public enum State {
        /** It waits for a person. */
        KEPT,
        /** It went through the route at last. */
        REDRIVEN,
        /** A person decided that it is not needed. */
        DISCARDED
    }

    /**
     * Where in its source a message stood: told by the exchange properties {@code SeraiFile}, {@code SeraiLine} and {@code SeraiField}.
     *
     * @param file the file, or the header {@code CamelFileName}; empty when it came from none
     * @param line line in the file, from 1; 0 when unknown
     * @param piece which piece of a split message it was, from 1; 0 when it was not split
     * @param field path of the field that was wrong; empty when unknown
     */
    public record Place(String file, int line, int piece, String field) {}
}
