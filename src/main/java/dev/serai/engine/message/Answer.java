package dev.serai.engine.message;

import java.util.List;

/**
 * What a caller that waits is told when its message failed.
 *
 * @param status the HTTP status
 * @param error what happened, in a sentence, without payload
 * @param deadLetter number of the dead letter that keeps the message
 * @param integration who could not deliver it
 * @param details the places in the message
 */
public record Answer(int status, String error, long deadLetter, String integration, List<Detail> details) {

    /** Exchange property that tells a caller inside this runtime that the reply is this answer and no success. */
    public static final String PROPERTY = "SeraiFailureAnswer";

    /**
     * One place in a message and what is wrong there.
     *
     * @param line from 1; 0 when unknown
     * @param field path of the field; empty when unknown
     * @param message what was expected
     */
    public record Detail(int line, String field, String message) {}

    public Answer {
        details = List.copyOf(details);
    }
}
