package dev.serai.management.lifecycle.pipeline;

import java.time.Duration;

/**
 * What a pipeline tells of itself in the log. Meters, health and the history of versions are there for every integration.
 *
 * @param level how much
 * @param interval time between two throughput lines, default 60s; only used from {@code SUMMARY} on
 */
public record Monitoring(Level level, Duration interval) {

    /** Nothing in the log as long as all is well. */
    public static final Monitoring NONE = new Monitoring(Level.NONE, Duration.ofMinutes(1));

    /** A throughput line a minute. */
    public static final Monitoring SUMMARY = new Monitoring(Level.SUMMARY, Duration.ofMinutes(1));

    /** A throughput line a minute, and each message's steps; for finding faults, not for good. */
    public static final Monitoring DETAIL = new Monitoring(Level.DETAIL, Duration.ofMinutes(1));

    /** How much a pipeline tells. */
    public enum Level {
        /** Nothing as long as all is well. */
        NONE,
        /** Messages moved and messages per second, once per interval in which any moved. */
        SUMMARY,
        /** In addition every message's way, step by step, and the same as history in the report of a failure. */
        DETAIL
    }

    public Monitoring {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "monitoring interval is " + interval.toMillis() + " ms; expected at least 1 ms");
        }
        if (level == Level.NONE && !interval.equals(Duration.ofMinutes(1))) {
            throw new IllegalArgumentException(
                    "a monitoring interval has no effect at level NONE; leave it out, or use SUMMARY");
        }
    }

    public Monitoring every(Duration time) {
        return new Monitoring(level, time);
    }
}
