package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * Deployment, {@code serai.deploy.*}.
 *
 * @param drain see {@link #DRAIN}
 * @param startTimeout see {@link #START_TIMEOUT}
 * @param jmx see {@link #JMX}
 */
public record DeploySettings(Duration drain, Duration startTimeout, boolean jmx) {

    public static final Key<Duration> DRAIN = Key.of(
            "serai.deploy.drain",
            Kind.DURATION,
            "30s",
            "How long a switch waits for exchanges in flight",
            "Afterwards they are handed back to their source; integration.yaml may name another time");
    public static final Key<Duration> START_TIMEOUT = Key.of(
            "serai.deploy.start-timeout",
            Kind.POSITIVE_DURATION,
            "30s",
            "How long a version may take to start",
            "A version that has not started by then is refused; others are deployed meanwhile");
    public static final Key<Boolean> JMX = Key.of(
            "serai.deploy.jmx",
            Kind.FLAG,
            "true",
            "Whether each integration registers MBeans",
            "false saves some 0.7 MB and 15 ms for each integration; the console then shows none of its routes");

    public static final List<Key<?>> KEYS = List.of(DRAIN, START_TIMEOUT, JMX);

    public DeploySettings {
        DRAIN.check(drain);
        START_TIMEOUT.check(startTimeout);
    }

    public static DeploySettings from(Values values) {
        return new DeploySettings(values.get(DRAIN), values.get(START_TIMEOUT), values.get(JMX));
    }
}
