package dev.serai.adapter.messaging.kafka;

import java.util.function.Supplier;

/** Calls of Kafka's clients with the pack's class loader as the thread's: they look for serializers and login modules there. */
final class WithPack {

    private WithPack() {}

    static <T> T call(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(WithPack.class.getClassLoader());
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
