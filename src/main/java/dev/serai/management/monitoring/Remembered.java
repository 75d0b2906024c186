package dev.serai.management.monitoring;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that may take long, such as one of a database: each time it is wanted, the newest is given at once and a newer one is asked for
 * in the background, unless that is going on.
 *
 * @param <T> the answer
 */
public final class Remembered<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final Supplier<T> question;
    private final Executor background;
    private volatile T answer;
    private volatile long askedAt;
    private volatile boolean failed;

    /** @param first what is given until the first answer is there */
    public Remembered(Supplier<T> question, T first, Executor background) {
        this.question = question;
        this.answer = first;
        this.background = background;
    }

    @Override
    public synchronized T get() {
        if (askedAt == 0) {
            askedAt = System.nanoTime();
            try {
                background.execute(this::ask);
            } catch (RejectedExecutionException e) {
                LOG.debug("the runtime stops", e);
            }
        }
        return answer;
    }

    /** Whether the last question was not answered at all. */
    public boolean hasFailed() {
        return failed;
    }

    /** For how long the question at hand has been open; zero when none is. */
    public Duration open() {
        long since = askedAt;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    private void ask() {
        try {
            answer = question.get();
            failed = false;
        } catch (RuntimeException e) {
            failed = true;
            LOG.debug("a question was not answered, it will be asked again", e);
        } finally {
            askedAt = 0;
        }
    }
}
