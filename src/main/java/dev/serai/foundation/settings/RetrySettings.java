package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * Redelivery before a message becomes a dead letter, {@code serai.retry.*}.
 *
 * @param attempts see {@link #ATTEMPTS}
 * @param delay see {@link #DELAY}
 * @param backoff see {@link #BACKOFF}
 */
public record RetrySettings(int attempts, Duration delay, double backoff) {

    public static final Key<Integer> ATTEMPTS = Key.of(
                    "serai.retry.attempts",
                    Kind.count(0),
                    "2",
                    "Redeliveries after the first failure",
                    "0 makes every failure a dead letter at once")
            .forIntegrations();
    public static final Key<Duration> DELAY = Key.of(
                    "serai.retry.delay",
                    Kind.DURATION,
                    "200ms",
                    "Pause before the first redelivery",
                    "The message, and an HTTP client, wait for as long")
            .forIntegrations();
    public static final Key<Double> BACKOFF = Key.of(
                    "serai.retry.backoff",
                    Kind.FACTOR,
                    "2",
                    "Factor by which the pause grows each time",
                    "1 keeps it equal")
            .forIntegrations();

    public static final List<Key<?>> KEYS = List.of(ATTEMPTS, DELAY, BACKOFF);

    public RetrySettings {
        ATTEMPTS.check(attempts);
        DELAY.check(delay);
        BACKOFF.check(backoff);
    }

    public static RetrySettings from(Values values) {
        return new RetrySettings(values.get(ATTEMPTS), values.get(DELAY), values.get(BACKOFF));
    }
}
