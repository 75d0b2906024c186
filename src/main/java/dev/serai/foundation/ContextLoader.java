package dev.serai.foundation;

/**
 * Does work under the class loader that it belongs to. A thread begins with the context class loader of the one that starts it: threads of a client
 * that all integrations share would hold the classes of the integration that happened to be the first, long after it is gone.
 */
public final class ContextLoader {

    private ContextLoader() {}

    /** What is done. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T call() throws E;
    }

    /** @param owner a class of the pack that the work belongs to */
    public static <T, E extends Exception> T of(Class<?> owner, Work<T, E> work) throws E {
        return set(owner.getClassLoader(), work);
    }

    /** @param loader what the work sees as its thread's class loader */
    public static <T, E extends Exception> T set(ClassLoader loader, Work<T, E> work) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
