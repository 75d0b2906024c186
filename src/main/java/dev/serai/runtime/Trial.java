package dev.serai.runtime;

import dev.serai.engine.cloud.connection.ConnectionDraft;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries a connection out before it is used, and does not wait for ever. */
final class Trial implements AutoCloseable {

    private final Duration patience;
    private final ExecutorService background = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "serai connection trial");
        thread.setDaemon(true);
        return thread;
    });

    Trial(Duration patience) {
        this.patience = patience;
    }

    /** @return why it does not answer; empty when it does, or when there is no way to know */
    Optional<String> of(ConnectionDraft draft) {
        Future<Optional<String>> asked = background.submit(draft::probe);
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return Optional.of("no answer for " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Optional.of(
                    Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Serai stops");
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
