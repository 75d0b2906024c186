package dev.serai.management.monitoring.alert;

import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import dev.serai.management.monitoring.health.Health;
import java.util.List;

/**
 * Everything that is known at one look; alerts are made of this.
 *
 * @param statuses all integrations
 * @param running those that serve
 * @param health how they are
 * @param connections all connections
 */
public record Situation(
        List<IntegrationStatus> statuses,
        List<RunningIntegration> running,
        Health health,
        List<ConnectionStatus> connections) {

    /** Whether an integration that serves says that the node depends on it. */
    boolean isCritical(String integration) {
        return running.stream().anyMatch(one -> one.critical() && one.name().equals(integration));
    }
}
