package dev.serai.engine.enterprise.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which HTTP requests run through their routes: a virtual thread for each request where the JDK has
 * them, so that 10,000 can wait in a blocking step; a bounded pool before JDK 21, where a route that goes on
 * asynchronously gives its thread back.
 */
final class RouteExecutor {

    private static final int VIRTUAL_THREADS_SINCE = 21;

    private RouteExecutor() {}

    static ExecutorService create(int maxPlatformThreads) {
        return Runtime.version().feature() >= VIRTUAL_THREADS_SINCE ? virtual() : pool(maxPlatformThreads);
    }

    /** A request inherits nothing of the thread that accepted it. Called by name because the bytecode is that of Java 17. */
    private static ExecutorService virtual() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object bare = builder.getMethod("inheritInheritableThreadLocals", boolean.class)
                    .invoke(Thread.class.getMethod("ofVirtual").invoke(null), false);
            Object threads = builder.getMethod("factory").invoke(bare);
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, threads);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JDK 21 and later have virtual threads", e);
        }
    }

    private static ExecutorService pool(int threads) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory named = task -> {
            Thread thread = new Thread(task, "serai-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
