package dev.serai.engine.enterprise.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A version that takes its share of the requests beside the live one: exactly so many of each hundred, scattered, so that a client that
 * calls in a rhythm does not always meet the same version. A path that only one of the two has is answered by that one.
 *
 * @param version the canary
 * @param percent its share
 * @param old what the live version answers
 * @param young what the canary answers
 * @param turn counts the requests that both could take
 */
record Canary(HttpVersion version, int percent, PathTable old, PathTable young, AtomicLong turn) {

    private static final int HUNDRED = 100;

    /** Has no divisor in common with a hundred, so a hundred turns meet each number once. */
    private static final int STRIDE = 37;

    static Canary beside(HttpVersion live, HttpVersion version, int percent) {
        return new Canary(version, percent, PathTable.of(live), PathTable.of(version), new AtomicLong());
    }

    HttpVersion choose(HttpVersion live, String method, String path) {
        if (!young.serves(method, path)) {
            return live;
        }
        return !old.serves(method, path) || isItsTurn() ? version : live;
    }

    private boolean isItsTurn() {
        return turn.getAndIncrement() * STRIDE % HUNDRED < percent;
    }
}
