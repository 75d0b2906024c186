package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * When something counts as standing still or failing, {@code serai.health.*}.
 *
 * @param interval see {@link #INTERVAL}
 * @param stalledAfter see {@link #STALLED_AFTER}
 * @param probeInterval see {@link #PROBE_INTERVAL}
 * @param errorPercent see {@link #ERROR_PERCENT}
 * @param window see {@link #WINDOW}
 */
public record HealthSettings(
        Duration interval, Duration stalledAfter, Duration probeInterval, int errorPercent, Duration window) {

    public static final Key<Duration> INTERVAL = Key.of(
            "serai.health.interval",
            Kind.POSITIVE_DURATION,
            "5s",
            "How often the integrations are looked at",
            "Health, alerts and rates are as old as this at most; shorter costs processor time for each integration");
    public static final Key<Duration> STALLED_AFTER = Key.of(
                    "serai.health.stalled-after",
                    Kind.POSITIVE_DURATION,
                    "2m",
                    "How long an exchange, a poll or a queue may show no progress",
                    "Afterwards its route counts as stalled; raise it for routes with a longer step or delay")
            .forIntegrations();
    public static final Key<Duration> PROBE_INTERVAL = Key.of(
            "serai.health.probe-interval",
            Kind.POSITIVE_DURATION,
            "30s",
            "How often a connection in use is sent its connector's probe",
            "A failed call of a route sends one at once");
    public static final Key<Integer> ERROR_PERCENT = Key.of(
                    "serai.health.error-percent",
                    Kind.count(1),
                    "10",
                    "Per cent of an integration's messages that may fail before there is an alert",
                    "Counted over the window, from 20 messages up; 101 never alerts")
            .forIntegrations();
    public static final Key<Duration> WINDOW = Key.of(
            "serai.health.window",
            Kind.POSITIVE_DURATION,
            "5m",
            "How long back alerts look for failed messages and new dead letters",
            "Longer keeps an alert up for longer after the cause is gone");

    public static final List<Key<?>> KEYS = List.of(INTERVAL, STALLED_AFTER, PROBE_INTERVAL, ERROR_PERCENT, WINDOW);

    public HealthSettings {
        INTERVAL.check(interval);
        STALLED_AFTER.check(stalledAfter);
        PROBE_INTERVAL.check(probeInterval);
        ERROR_PERCENT.check(errorPercent);
        WINDOW.check(window);
    }

    public static HealthSettings from(Values values) {
        return new HealthSettings(
                values.get(INTERVAL),
                values.get(STALLED_AFTER),
                values.get(PROBE_INTERVAL),
                values.get(ERROR_PERCENT),
                values.get(WINDOW));
    }
}
