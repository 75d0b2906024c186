package dev.serai.foundation.settings;

import java.time.Duration;

/**
 * Redelivery before a message becomes a dead letter, {@code serai.retry.*}.
 *
 * @param attempts redeliveries after the first failure, default 2
 * @param delay pause before the first redelivery, default 200ms
 * @param backoff factor by which the pause grows, default 2
 */
public record RetrySettings(int attempts, Duration delay, double backoff) {}
