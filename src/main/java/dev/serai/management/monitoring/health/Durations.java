package dev.serai.management.monitoring.health;

import java.time.Duration;

/** Durations as people write them in the configuration: {@code 2m}, {@code 90s}, {@code 500ms}. */
public final class Durations {

    private Durations() {}

    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 10_000 && millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = duration.toSeconds();
        return seconds >= 60 && seconds % 60 == 0 || seconds >= 600 ? duration.toMinutes() + "m" : seconds + "s";
    }
}
