package dev.serai.management.lifecycle.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs code of an integration on a thread of its own and waits no longer than a deadline, so that a class that never
 * finishes initialising delays nobody. A thread that does not heed its interruption cannot be ended from outside; it is
 * left at the lowest priority and named to the operator.
 */
public final class StartGuard {

    private static final Logger LOG = LoggerFactory.getLogger(StartGuard.class);
    private static final long GRACE_MILLIS = 500;

    private final Duration deadline;
    private final Set<Thread> abandoned = ConcurrentHashMap.newKeySet();

    public StartGuard(Duration deadline) {
        this.deadline = deadline;
    }

    /**
     * @param what names the thread, such as {@code start orders@7}
     * @throws DeploymentException when the code failed, or did not end in time
     */
    <T> T call(String what, Callable<T> code) throws DeploymentException {
        Map<String, String> keys = MDC.getCopyOfContextMap();
        FutureTask<T> task = new FutureTask<>(() -> {
            if (keys != null) {
                MDC.setContextMap(keys);
            }
            return code.call();
        });
        Thread thread = new Thread(task, "serai " + what);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String where = where(thread);
            abandon(thread);
            throw new DeploymentException(
                    "it had not started after %d ms: %s".formatted(deadline.toMillis(), where), e);
        } catch (ExecutionException e) {
            throw new DeploymentException(Reason.of(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            abandon(thread);
            Thread.currentThread().interrupt();
            throw new DeploymentException("the runtime is stopping", e);
        }
    }

    private void abandon(Thread thread) {
        thread.interrupt();
        try {
            thread.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            thread.setPriority(Thread.MIN_PRIORITY);
            abandoned.add(thread);
            LOG.warn("thread '{}' does not end; it stays until the runtime is restarted", thread.getName());
        }
    }

    private static String where(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        for (StackTraceElement frame : stack) {
            if (!frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("jdk.")) {
                return "it stands in " + frame.getClassName() + "." + frame.getMethodName() + ", line "
                        + frame.getLineNumber();
            }
        }
        return "it does not say where it stands";
    }

    /** The threads that could not be ended and still run. */
    public List<String> leftovers() {
        abandoned.removeIf(thread -> !thread.isAlive());
        return abandoned.stream().map(Thread::getName).sorted().toList();
    }
}
