package dev.serai.foundation;

import java.time.Duration;

/**
 * When a connection is left alone because its system fails, so that its callers fail at once instead of waiting.
 *
 * @param failurePercent it opens when this share of the last calls failed, from 1 to 100
 * @param calls how many of the last calls are looked at
 * @param minimumCalls how many there must have been before anything is concluded
 * @param pause how long nothing is sent once it is open
 * @param trials how many calls are let through after the pause; what becomes of them decides whether it closes
 */
public record CircuitSettings(int failurePercent, int calls, int minimumCalls, Duration pause, int trials) {

    public static final CircuitSettings DEFAULT = new CircuitSettings(50, 20, 10, Duration.ofSeconds(30), 3);

    public CircuitSettings {
        within("failure-percent", failurePercent, 1, 100);
        within("calls", calls, 1, 10_000);
        within("minimum-calls", minimumCalls, 1, calls);
        within("trials", trials, 1, 1_000);
        if (pause.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("pause is " + pause.toMillis() + "ms; expected at least 1ms");
        }
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    key + " is " + value + "; expected a whole number from " + least + " to " + most);
        }
    }
}
