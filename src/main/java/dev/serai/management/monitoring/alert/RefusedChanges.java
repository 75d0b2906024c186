package dev.serai.management.monitoring.alert;

import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import dev.serai.management.monitoring.alert.Alert.Severity;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change was refused and waits to be corrected. */
final class RefusedChanges implements AlertSource {

    @Override
    public Stream<Condition> look(Situation situation) {
        return situation.statuses().stream()
                .filter(status -> status.state() == IntegrationState.REFUSED)
                .map(RefusedChanges::condition);
    }

    private static Condition condition(IntegrationStatus status) {
        boolean serves = status.version() != null;
        String runs = serves ? status.name() + "@" + status.version() + " runs on" : "nothing of it runs";
        return new Condition(
                serves ? Severity.info : Severity.warning,
                "refused",
                status.name(),
                status.name(),
                status.since(),
                "the change of " + status.source() + " was refused, " + runs + first(status.receipt()),
                "correct the file and save it; see: serai receipt " + status.name());
    }

    private static String first(@Nullable Receipt receipt) {
        return receipt == null
                ? ""
                : receipt.findings().stream()
                        .filter(Finding::refuses)
                        .map(finding -> ": " + finding.place() + ": " + finding.message())
                        .findFirst()
                        .orElse("");
    }
}
