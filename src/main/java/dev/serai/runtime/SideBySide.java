package dev.serai.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Parts of the start that do not need each other, begun at the same time: a start shall not wait for one of them after the other. */
final class SideBySide implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();

    /** One part that has begun. */
    static final class Part<T> {
        private final FutureTask<T> task;

        private Part(FutureTask<T> task) {
            this.task = task;
        }

        /** Waits for it. */
        T get() throws IOException {
            try {
                return task.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failed) {
                    throw failed;
                }
                if (e.getCause() instanceof RuntimeException failed) {
                    throw failed;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while starting", e);
            }
        }
    }

    <T> Part<T> begin(String name, Callable<T> work) {
        Part<T> part = new Part<>(new FutureTask<>(work));
        Thread thread = new Thread(part.task, "serai start " + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return part;
    }

    /** Waits until every part has ended, well or not, so that what it opened can be closed. */
    @Override
    public void close() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
