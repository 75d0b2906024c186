package dev.serai.console.api;

import dev.serai.management.monitoring.health.CheckResult;
import dev.serai.management.monitoring.health.Health;
import dev.serai.management.security.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheck.State;
import org.jspecify.annotations.Nullable;

/** {@code /health}: how the node and its integrations are, check by check. */
public final class HealthResource implements Resource {

    private final Supplier<Health> health;

    /** @param health what was seen last */
    public HealthResource(Supplier<Health> health) {
        this.health = health;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/health", Permission.VIEW, this::show));
    }

    private Answer show(Call call) {
        return Answer.json(Shown.of(health.get()));
    }

    private record Shown(State status, boolean live, boolean ready, Instant at, List<ShownCheck> checks) {

        static Shown of(Health health) {
            return new Shown(
                    health.status(),
                    health.live(),
                    health.ready(),
                    health.at(),
                    health.checks().stream().map(ShownCheck::of).toList());
        }
    }

    private record ShownCheck(
            String name,
            @Nullable String integration,
            boolean critical,
            State status,
            String message,
            Map<String, Object> data) {

        static ShownCheck of(CheckResult check) {
            return new ShownCheck(
                    check.name(), check.integration(), check.critical(), check.status(), check.message(), check.data());
        }
    }
}
