package dev.serai.console.api;

import dev.serai.engine.enterprise.deadletter.NoSuchDeadLetterException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person can ask of the dead letters. */
public interface DeadLetterDesk {

    /** Where a dead letter stands. */
    enum State {
        /** It waits for a person. */
        KEPT,
        /** It was sent again and arrived. */
        REDRIVEN,
        /** A person gave it up. */
        DISCARDED
    }

    /**
     * A message that could not be delivered.
     *
     * @param id its number
     * @param integration the integration that could not deliver it
     * @param version that integration's version; null when unknown
     * @param route the route that it failed in
     * @param endpoint the endpoint that refused it, secrets masked; empty when it failed before one
     * @param place what part of the input it was, such as {@code orders.csv:17, field quantity}; empty when it was the whole
     * @param state where it stands
     * @param at when it was kept
     * @param cause why it could not be delivered, without its payload
     * @param attempts how often it was sent again
     */
    record Letter(
            long id,
            String integration,
            @Nullable Integer version,
            String route,
            String endpoint,
            String place,
            State state,
            Instant at,
            String cause,
            int attempts) {}

    /**
     * The message itself.
     *
     * @param letter what is known of it
     * @param headers its headers as text
     * @param body its body
     */
    record Message(Letter letter, Map<String, String> headers, byte[] body) {}

    /**
     * What came of sending a dead letter again.
     *
     * @param id its number
     * @param delivered whether it arrived
     * @param cause why not; empty when it arrived
     */
    record Redrive(long id, boolean delivered, String cause) {}

    /**
     * Which letters are listed.
     *
     * @param integration only those of this one; null for all
     * @param state only those in this state; null for all
     * @param before only those with a smaller number, for the next page; null for the first page
     * @param limit how many at most, 1 to 1000
     */
    record Selection(
            @Nullable String integration,
            @Nullable State state,
            @Nullable Long before,
            int limit) {}

    /** The newest first. */
    List<Letter> list(Selection selection);

    Optional<Message> message(long id);

    /**
     * Sends a kept letter of that number through its integration again and waits for what comes of it.
     *
     * @throws NoSuchDeadLetterException when it is not kept any more
     */
    Redrive redrive(long id, String by);

    /**
     * Gives up a kept letter of that number; it stays listed as discarded.
     *
     * @throws NoSuchDeadLetterException when it is not kept any more
     */
    void discard(long id, String by);
}
