package dev.serai.console.api;

/** What the management API asks of the runtime as a whole. */
public interface RuntimeControl {

    RuntimeStatus status();

    /** Begins to stop the runtime and returns before that is done, so that the caller gets its answer. */
    void stop();
}
