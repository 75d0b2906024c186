package dev.serai.console.hawtio;

import dev.serai.management.security.Caller;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who calls Jolokia on this thread. Jolokia tells its restrictor and its handlers what is wanted, but not by whom.
 *
 * @param caller who
 * @param mayChange false for a GET: a link or an image must never change anything
 */
record JolokiaCall(Caller caller, boolean mayChange) {

    private static final ThreadLocal<JolokiaCall> CURRENT = new ThreadLocal<>();

    /** The call that this thread answers; empty when it answers none. */
    static Optional<JolokiaCall> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    <T> T during(Supplier<T> work) {
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }
}
