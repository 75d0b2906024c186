package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * How a new version shows that it is no worse than the one before, {@code serai.deploy.canary} and {@code serai.deploy.probation*}.
 *
 * @param share see {@link #CANARY}
 * @param length see {@link #PROBATION}
 * @param requests see {@link #REQUESTS}
 * @param failurePoints see {@link #FAILURES}
 * @param latencyFactor see {@link #LATENCY}
 */
public record ProbationSettings(int share, Duration length, int requests, int failurePoints, double latencyFactor) {

    public static final Key<Integer> CANARY = Key.of(
                    "serai.deploy.canary",
                    Kind.PERCENT,
                    "100",
                    "Per cent of the HTTP requests that a new version takes during its probation",
                    "100 gives it all at once; with less the version before serves the rest. Needs a probation")
            .forIntegrations();
    public static final Key<Duration> PROBATION = Key.of(
                    "serai.deploy.probation",
                    Kind.DURATION,
                    "0s",
                    "How long a new version is held against the one before, which stays at hand",
                    "Worse is taken back by itself, else it is promoted at the end; 0s promotes at once. Until then nothing but HTTP"
                            + " goes to the new version")
            .forIntegrations();
    public static final Key<Integer> REQUESTS = Key.of(
                    "serai.deploy.probation-requests",
                    Kind.count(1),
                    "50",
                    "Requests that a version on probation has answered before it is judged",
                    "Its latency is judged after four times as many. Fewer judges sooner by less; at the end of the probation its failures are judged whatever came")
            .forIntegrations();
    public static final Key<Integer> FAILURES = Key.of(
                    "serai.deploy.probation-failures",
                    Kind.count(0),
                    "5",
                    "Percentage points by which more of its requests may fail than of the version before",
                    "0 takes it back as soon as it surely fails more often; 100 never does")
            .forIntegrations();
    public static final Key<Double> LATENCY = Key.of(
                    "serai.deploy.probation-latency",
                    Kind.FACTOR,
                    "3",
                    "How many times longer its requests may take at the 95th percentile than those of the version before",
                    "A difference below 100ms is never held against it; raise it for routes that need long to get warm")
            .forIntegrations();

    public static final List<Key<?>> KEYS = List.of(CANARY, PROBATION, REQUESTS, FAILURES, LATENCY);

    /** No probation: a new version takes everything at once. */
    public static final ProbationSettings OFF = new ProbationSettings(100, Duration.ZERO, 50, 5, 3);

    public ProbationSettings {
        CANARY.check(share);
        PROBATION.check(length);
        REQUESTS.check(requests);
        FAILURES.check(failurePoints);
        LATENCY.check(latencyFactor);
    }

    public static ProbationSettings from(Values values) {
        return new ProbationSettings(
                values.get(CANARY),
                values.get(PROBATION),
                values.get(REQUESTS),
                values.get(FAILURES),
                values.get(LATENCY));
    }

    /** Whether new versions are put on probation. */
    public boolean isOn() {
        return !length.isZero();
    }

    /** Whether a share is asked for, and no time to hold the versions against each other. */
    public boolean lacksTime() {
        return share < 100 && !isOn();
    }
}
