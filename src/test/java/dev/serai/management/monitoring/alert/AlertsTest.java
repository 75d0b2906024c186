package dev.serai.management.monitoring.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.monitoring.alert.Alert.Severity;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import dev.serai.management.monitoring.health.CheckResult;
import dev.serai.management.monitoring.health.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheck.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Alerts alerts = Alerts.standard(Duration.ofMinutes(5), () -> Map.of("billing", 3L), List.of());

    @Test
    void theWorstComesFirst() {
        List<Alert> found = alerts.look(situation(
                List.of(
                        status("failed", IntegrationState.FAILED, null, false),
                        status("back", IntegrationState.ROLLED_BACK, 3, true),
                        status("refused", IntegrationState.REFUSED, 2, true),
                        status("stopped", IntegrationState.STOPPED, null, true),
                        status("fine", IntegrationState.LIVE, 1, false)),
                List.of(stalled(true), check("shop/route:a", "shop"), check("shop/consumer:a", "shop"))));

        assertThat(found)
                .extracting(Alert::id)
                .containsExactly(
                        "failed:failed",
                        "stalled:orders/read",
                        "connection:orders-db",
                        "dead-letters:billing",
                        "health:shop",
                        "file-differs:back",
                        "refused:refused");
        assertThat(found)
                .extracting(Alert::severity)
                .containsExactly(
                        Severity.critical,
                        Severity.critical,
                        Severity.warning,
                        Severity.warning,
                        Severity.warning,
                        Severity.info,
                        Severity.info);
        assertThat(found).allSatisfy(alert -> assertThat(alert.hint()).isNotEmpty());
    }

    @Test
    void whatLastsKeepsItsTimeAndWhatComesBackIsNew() {
        Situation bad = situation(List.of(), List.of(stalled(false)));
        Instant first = since(alerts.look(bad));
        Instant second = since(alerts.look(bad));
        alerts.look(situation(List.of(), List.of()));
        Instant third = since(alerts.look(bad));

        assertThat(second).isEqualTo(first);
        assertThat(third).isAfterOrEqualTo(first);
    }

    @Test
    void aSourceThatFailsDoesNotHideTheOthers() {
        Alerts some = new Alerts(List.of(
                situation -> {
                    throw new IllegalStateException("broken");
                },
                new FailedIntegrations()));

        assertThat(some.look(situation(List.of(status("orders", IntegrationState.FAILED, null, false)), List.of())))
                .extracting(Alert::id)
                .containsExactly("failed:orders");
    }

    private static Instant since(List<Alert> found) {
        return found.stream()
                .filter(alert -> alert.kind().equals("stalled"))
                .map(Alert::since)
                .findFirst()
                .orElseThrow();
    }

    private static Situation situation(List<IntegrationStatus> statuses, List<CheckResult> checks) {
        List<CheckResult> all = new ArrayList<>(checks);
        all.add(new CheckResult("orders/context", "orders", false, State.UP, "", Map.of()));
        ConnectionStatus away = new ConnectionStatus(
                "orders-db", "h2", "H2", State.DOWN, null, null, NOON, "refused", List.of("orders"));
        return new Situation(statuses, List.of(), new Health(NOON, true, true, all), List.of(away));
    }

    private static CheckResult stalled(boolean critical) {
        return new CheckResult("orders/progress:read", "orders", critical, State.DOWN, "it hangs", Map.of());
    }

    private static CheckResult check(String name, String integration) {
        return new CheckResult(name, integration, false, State.DOWN, name + " is down", Map.of());
    }

    private static IntegrationStatus status(
            String name, IntegrationState state, @Nullable Integer version, boolean differs) {
        return new IntegrationStatus(
                name,
                version,
                "",
                state,
                NOON,
                "routes/" + name,
                differs,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }
}
