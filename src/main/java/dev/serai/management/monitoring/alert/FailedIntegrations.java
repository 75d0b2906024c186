package dev.serai.management.monitoring.alert;

import dev.serai.foundation.IntegrationState;
import dev.serai.management.monitoring.alert.Alert.Severity;
import java.util.stream.Stream;

/** An integration that shall run and does not. */
final class FailedIntegrations implements AlertSource {

    @Override
    public Stream<Condition> look(Situation situation) {
        return situation.statuses().stream()
                .filter(status -> status.state() == IntegrationState.FAILED)
                .map(status -> new Condition(
                        Severity.critical,
                        "failed",
                        status.name(),
                        status.name(),
                        status.since(),
                        status.name() + " was accepted but does not run",
                        "see: serai receipt " + status.name() + " and serai logs " + status.name()));
    }
}
