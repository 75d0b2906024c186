package dev.serai.management.monitoring.health;

import java.util.Map;
import org.apache.camel.health.HealthCheck.State;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param name such as {@code orders/progress:store-order}; those of the node have no integration before a slash
 * @param integration whose it is; null for the node's own
 * @param critical whether the node is not ready while it is down
 * @param status what it found
 * @param message what was seen, what was expected and what to do; empty when there is nothing to tell
 * @param data details by name: texts, numbers and flags
 */
public record CheckResult(
        String name,
        @Nullable String integration,
        boolean critical,
        State status,
        String message,
        Map<String, Object> data) {

    public CheckResult {
        data = Map.copyOf(data);
    }

    /** Whether it tells of a route that moves, or does not. */
    public boolean isProgress() {
        return name.contains("/" + RouteProgress.NAME);
    }

    public boolean isDown() {
        return status == State.DOWN;
    }

    /** One of the node itself, that the node's readiness depends on. */
    static CheckResult ofNode(String name, boolean up, String message) {
        return new CheckResult(name, null, true, up ? State.UP : State.DOWN, up ? "" : message, Map.of());
    }

    /** One of the node that is told and decides nothing. */
    public static CheckResult told(String name, boolean up, String message) {
        return new CheckResult(name, null, false, up ? State.UP : State.DOWN, up ? "" : message, Map.of());
    }
}
