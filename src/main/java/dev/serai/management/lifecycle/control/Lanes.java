package dev.serai.management.lifecycle.control;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Work for one integration happens in order; work for different integrations happens side by side. */
final class Lanes implements AutoCloseable {

    private final Map<String, CompletableFuture<?>> tails = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "serai lane " + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /** Appends work to the lane of an integration. */
    <T> CompletableFuture<T> submit(String integration, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        tails.compute(integration, (name, tail) -> {
            CompletableFuture<?> previous = tail == null ? CompletableFuture.completedFuture(null) : tail;
            previous.whenCompleteAsync((done, failed) -> run(name, work, result), threads);
            return result;
        });
        result.whenComplete((done, failed) -> tails.remove(integration, result));
        return result;
    }

    /** Appends work and waits for it. */
    <T> T call(String integration, Supplier<T> work) {
        try {
            return submit(integration, work).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static <T> void run(String integration, Supplier<T> work, CompletableFuture<T> result) {
        MDC.put("integration", integration);
        try {
            result.complete(work.get());
        } catch (CancellationException e) {
            result.cancel(false);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            MDC.remove("integration");
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
