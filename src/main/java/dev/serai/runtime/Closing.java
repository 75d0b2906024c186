package dev.serai.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers what was started and ends it in reverse; one that fails to end does not keep the others from it. */
final class Closing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<Step> steps = new ArrayDeque<>();

    /** How something is ended. */
    @FunctionalInterface
    interface End<T> {
        void end(T thing) throws Exception;
    }

    private interface Step {
        void run() throws Exception;
    }

    synchronized <T> T with(T thing, End<T> end) {
        steps.push(() -> end.end(thing));
        return thing;
    }

    @Override
    public synchronized void close() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (Exception e) {
                LOG.warn("a part of the runtime did not stop cleanly", e);
            }
        }
    }
}
