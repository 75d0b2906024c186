package dev.serai.management.monitoring;

import java.time.Duration;
import org.apache.camel.CamelContext;

/**
 * A version of an integration that serves.
 *
 * @param name the integration
 * @param version its number
 * @param context its Camel context
 * @param critical whether the node is not ready while it is not healthy
 * @param stalledAfter how long something may show no progress
 * @param errorPercent per cent of its messages that may fail
 */
public record RunningIntegration(
        String name, int version, CamelContext context, boolean critical, Duration stalledAfter, int errorPercent) {

    /** The name users see everywhere: {@code orders@7}. */
    public String label() {
        return name + "@" + version;
    }
}
