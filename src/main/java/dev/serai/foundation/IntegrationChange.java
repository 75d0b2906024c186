package dev.serai.foundation;

import java.time.Duration;

/**
 * Something that became of an integration. Who is told of it is told in the integration's own order, must be quick and must not fail.
 *
 * @param kind what became of it
 * @param integration its name
 * @param took how long it took; zero where that means nothing
 */
public record IntegrationChange(Kind kind, String integration, Duration took) {

    /** What can become of an integration. */
    public enum Kind {
        /** New content went live; it took from its arrival until then. */
        DEPLOYED,
        /** New content was refused. */
        REFUSED,
        /** An earlier version was brought back. */
        ROLLED_BACK,
        /** Traffic went over to another version; it took from the first step until the old one fetched nothing any more. */
        SWITCHED,
        /** A version passed its probation. */
        PROMOTED,
        /** A version was worse than the one before, and its probation ended with that. */
        TAKEN_BACK,
        /** A version that shall run could not be started. */
        FAILED,
        /** It is gone. */
        REMOVED
    }

    public static IntegrationChange of(Kind kind, String integration) {
        return new IntegrationChange(kind, integration, Duration.ZERO);
    }

    /** @param began as {@link System#nanoTime()} told it */
    public static IntegrationChange since(long began, Kind kind, String integration) {
        return new IntegrationChange(kind, integration, Duration.ofNanos(System.nanoTime() - began));
    }
}
