package dev.serai.management.monitoring.alert;

import dev.serai.foundation.IntegrationState;
import dev.serai.management.monitoring.alert.Alert.Severity;
import java.util.stream.Stream;

/** What runs is not what stands in the file: after a rollback, or because the folder is not watched. */
final class ChangedFiles implements AlertSource {

    @Override
    public Stream<Condition> look(Situation situation) {
        return situation.statuses().stream()
                .filter(status -> status.fileDiffers() && status.version() != null)
                .filter(status ->
                        status.state() == IntegrationState.LIVE || status.state() == IntegrationState.ROLLED_BACK)
                .map(status -> new Condition(
                        Severity.info,
                        "file-differs",
                        status.name(),
                        status.name(),
                        status.since(),
                        status.source() + " is not what runs as " + status.name() + "@" + status.version(),
                        "save the file to bring its content into force, or put the running content back into it"));
    }
}
