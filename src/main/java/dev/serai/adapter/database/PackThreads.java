package dev.serai.adapter.database;

import java.util.concurrent.Callable;

/**
 * Does what may start threads of a client that all integrations share. They outlive the integration that happens to be the first, and must not
 * hold its classes: a thread begins with the class loader of the one that starts it.
 */
public final class PackThreads {

    private PackThreads() {}

    /** @param owner a class of the pack */
    public static <T> T call(Class<?> owner, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(owner.getClassLoader());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
