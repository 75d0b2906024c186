package dev.serai.service.intelligence.live;

import dev.serai.management.monitoring.alert.Alert.Severity;
import dev.serai.management.monitoring.alert.AlertSource;
import dev.serai.management.monitoring.alert.Condition;
import dev.serai.management.monitoring.alert.Situation;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Anomalies that last and that nobody has taken note of. */
public final class LastingAnomalies implements AlertSource {

    private final Supplier<List<Anomaly>> lasting;

    public LastingAnomalies(Supplier<List<Anomaly>> lasting) {
        this.lasting = lasting;
    }

    @Override
    public Stream<Condition> look(Situation situation) {
        return lasting.get().stream()
                .filter(one -> one.acknowledgement() == null)
                .map(LastingAnomalies::condition);
    }

    private static Condition condition(Anomaly one) {
        Cause first = one.causes().get(0);
        String integration = one.subject().integration();
        return new Condition(
                Severity.warning,
                "anomaly",
                one.subject().title() + " " + one.measure().word(),
                integration.isEmpty() ? null : integration,
                one.since(),
                one.sentence() + "; " + first.text(),
                first.advice() + "; more: serai anomaly show " + one.id());
    }
}
