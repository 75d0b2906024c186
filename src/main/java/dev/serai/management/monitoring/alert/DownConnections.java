package dev.serai.management.monitoring.alert;

import dev.serai.management.monitoring.alert.Alert.Severity;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import java.util.stream.Stream;

/** Connections in use that do not answer. */
final class DownConnections implements AlertSource {

    @Override
    public Stream<Condition> look(Situation situation) {
        return situation.connections().stream()
                .filter(one -> one.doesNotAnswer() && !one.usedBy().isEmpty())
                .map(one -> condition(one, situation));
    }

    private static Condition condition(ConnectionStatus one, Situation situation) {
        boolean critical = one.usedBy().stream().anyMatch(situation::isCritical);
        return new Condition(
                critical ? Severity.critical : Severity.warning,
                "connection",
                one.name(),
                one.usedBy().size() == 1 ? one.usedBy().get(0) : null,
                null,
                "connection " + one.name() + " (" + one.title() + "), used by " + String.join(", ", one.usedBy())
                        + ", does not answer: " + one.error(),
                "check that the system runs and config/connections/" + one.name()
                        + ".yaml is right; see: serai connection test " + one.name());
    }
}
