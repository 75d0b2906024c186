package dev.serai.management.lifecycle.test;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs an integration's code on a thread of its own, no longer than a deadline. */
final class TimedCall<T> {

    private static final long GRACE_MILLIS = 500;

    private final FutureTask<T> task;
    private final Thread thread;

    private TimedCall(String name, Callable<T> code) {
        this.task = new FutureTask<>(code);
        this.thread = new Thread(task, "serai " + name);
        thread.setDaemon(true);
    }

    static <T> TimedCall<T> start(String name, Callable<T> code) {
        TimedCall<T> call = new TimedCall<>(name, code);
        call.thread.start();
        return call;
    }

    T await(Duration deadline) throws ExecutionException, TimeoutException, InterruptedException {
        return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Interrupts the code.
     *
     * @return where it stands when it does not end: nothing can end a thread that heeds no interruption; empty when it ended
     */
    String end() throws InterruptedException {
        thread.interrupt();
        thread.join(GRACE_MILLIS);
        if (!thread.isAlive()) {
            return "";
        }
        thread.setPriority(Thread.MIN_PRIORITY);
        return "its thread does not heed an interruption and stays until the runtime ends, " + where();
    }

    private String where() {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk."))
                .findFirst()
                .map(frame -> "it stands in " + frame.getClassName() + "." + frame.getMethodName() + ", line "
                        + frame.getLineNumber())
                .orElse("it does not say where it stands");
    }
}
