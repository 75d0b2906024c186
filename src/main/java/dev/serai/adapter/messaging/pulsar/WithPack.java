package dev.serai.adapter.messaging.pulsar;

import java.util.concurrent.Callable;

/**
 * Does what may start threads of the client. They outlive the integration that happens to be the first, and must not hold its classes: a thread
 * begins with the class loader of the one that starts it.
 */
final class WithPack {

    private WithPack() {}

    static <T> T call(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(WithPack.class.getClassLoader());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
