package dev.serai.management.lifecycle.test;

import dev.serai.management.lifecycle.deploy.Reason;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes that the tests of one file run in: the same for all, as long as no test leaves anything in them. */
final class Stages implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);

    private final Supplier<Stage> builder;
    private @Nullable Stage current;

    Stages(Supplier<Stage> builder) {
        this.builder = builder;
    }

    /** The routes, started.
     *
     * @throws NotStartedException when they do not start
     */
    Stage stage() throws NotStartedException, InterruptedException {
        if (current == null) {
            current = open(builder.get());
        }
        return current;
    }

    /** After a test; routes that remember messages, or are still busy with one, are not used for another. */
    void release(boolean busy) {
        if (current != null && (busy || current.remembers())) {
            close();
        }
    }

    private static Stage open(Stage stage) throws NotStartedException, InterruptedException {
        TimedCall<Boolean> opening = TimedCall.start("test routes", () -> {
            stage.open();
            return true;
        });
        try {
            opening.await(START);
            return stage;
        } catch (ExecutionException e) {
            stage.close();
            throw new NotStartedException("the routes do not start: " + Reason.of(e.getCause()), e);
        } catch (TimeoutException e) {
            String where = opening.end();
            stage.close();
            throw new NotStartedException("the routes had not started after " + START.toSeconds() + " s; " + where, e);
        }
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /** The routes under test do not start. */
    static final class NotStartedException extends Exception {

        private static final long serialVersionUID = 1;

        NotStartedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
