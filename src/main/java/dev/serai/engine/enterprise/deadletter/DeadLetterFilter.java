package dev.serai.engine.enterprise.deadletter;

import dev.serai.engine.enterprise.deadletter.DeadLetter.State;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are listed, newest first.
 *
 * @param integration only of this one; null for all
 * @param state only in this state; null for all
 * @param before only those with a smaller number, for the next page; null for the first page
 * @param limit how many at most, 1 to 1000
 */
public record DeadLetterFilter(
        @Nullable String integration,
        @Nullable State state,
        @Nullable Long before,
        int limit) {

    public static final DeadLetterFilter NEWEST_KEPT = new DeadLetterFilter(null, State.KEPT, null, 100);

    public DeadLetterFilter {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit is " + limit + ", expected 1 to 1000");
        }
    }
}
