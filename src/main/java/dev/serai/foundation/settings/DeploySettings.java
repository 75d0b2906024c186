package dev.serai.foundation.settings;

import java.time.Duration;

/**
 * Deployment, {@code serai.deploy.*}.
 *
 * @param drain how long a switch waits for exchanges in flight, default 30s; after it they are handed back to their source
 * @param startTimeout a version that has not started by then is refused, default 30s
 * @param jmx whether each integration registers MBeans, default true
 */
public record DeploySettings(Duration drain, Duration startTimeout, boolean jmx) {}
