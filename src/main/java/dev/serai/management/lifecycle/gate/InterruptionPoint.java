package dev.serai.management.lifecycle.gate;

/**
 * Ends a loop in the set-up code of an integration once its thread is interrupted. The gate puts a call to it into every loop of the
 * initialisers, constructors and {@code configure} methods that it compiles: without it a loop that never ends keeps its thread and
 * its class loader for as long as the runtime lives.
 */
public final class InterruptionPoint {

    private InterruptionPoint() {}

    /** @throws InterruptedSetup when the thread is interrupted */
    public static void pass() {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedSetup();
        }
    }

    /** An error, so that code which catches every exception does not go on looping. */
    public static final class InterruptedSetup extends Error {

        private static final long serialVersionUID = 1;

        InterruptedSetup() {
            super("the set-up of the integration was interrupted in a loop");
        }
    }
}
