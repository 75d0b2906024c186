package dev.serai.console.api;

import dev.serai.management.monitoring.alert.Alert;
import dev.serai.management.security.Permission;
import java.util.List;
import java.util.function.Supplier;

/** {@code /alerts}: what a person should look at now. */
public final class AlertResource implements Resource {

    private final Supplier<List<Alert>> alerts;

    /** @param alerts those that are active, the worst first */
    public AlertResource(Supplier<List<Alert>> alerts) {
        this.alerts = alerts;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/alerts", Permission.VIEW, call -> Answer.json(alerts.get())));
    }
}
