package dev.serai.management.monitoring.alert;

import dev.serai.foundation.Finding;
import dev.serai.management.monitoring.alert.Alert.Severity;
import dev.serai.management.monitoring.connection.ConnectionChange;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import java.util.stream.Stream;

/** Changes of connections that were refused, or that an integration could not follow, and wait to be corrected. */
final class RefusedConnections implements AlertSource {

    @Override
    public Stream<Condition> look(Situation situation) {
        return situation.connections().stream().flatMap(RefusedConnections::condition);
    }

    private static Stream<Condition> condition(ConnectionStatus one) {
        ConnectionChange change = one.change();
        return change == null
                ? Stream.empty()
                : change.findings().stream()
                        .filter(Finding::refuses)
                        .limit(1)
                        .map(first -> condition(one, change, first.place() + ": " + first.message()));
    }

    private static Condition condition(ConnectionStatus one, ConnectionChange change, String seen) {
        return new Condition(
                Severity.warning,
                "connection-change",
                one.name(),
                null,
                change.at(),
                (change.accepted()
                                ? "connection " + one.name() + " was changed, but not for every integration: "
                                : "the change of connection " + one.name() + " was refused, it is as it was: ")
                        + seen,
                "see: serai connection show " + one.name());
    }
}
