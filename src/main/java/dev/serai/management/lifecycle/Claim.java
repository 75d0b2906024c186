package dev.serai.management.lifecycle;

/**
 * A name that an integration takes for itself and that no other may take.
 *
 * @param kind what is claimed
 * @param value the name, such as {@code GET /orders/{}} (parameters without their names) or a route id
 * @param place file of the claim, relative to the home folder
 * @param line line of the claim, from 1; 0 when unknown
 */
public record Claim(Kind kind, String value, String place, int line) {

    /** What can be claimed. */
    public enum Kind {
        /** A route id that is written in the file. */
        ROUTE_ID,
        /** An HTTP method and path. */
        HTTP_PATH,
        /** A name that is answered with {@code from: service:NAME}. */
        SERVICE,
        /** A {@code direct:} or {@code seda:} name: private, told so that a caller elsewhere learns who owns it. */
        DIRECT
    }
}
