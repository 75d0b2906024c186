package dev.serai.management.monitoring.health;

import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.ContextFlows;
import dev.serai.management.monitoring.flow.Flow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck.State;

/** One result for each started route: whether it moves. */
final class RouteProgress {

    /** What stands before the route's id in the name of a result. */
    static final String NAME = "progress:";

    private final List<ProgressCheck> checks;

    RouteProgress(List<ProgressCheck> checks) {
        this.checks = checks;
    }

    Stream<CheckResult> look(RunningIntegration integration) {
        checks.forEach(check -> check.begin(integration));
        return integration.context().getRoutes().stream()
                .filter(route -> integration
                        .context()
                        .getRouteController()
                        .getRouteStatus(route.getRouteId())
                        .isStarted())
                .map(route -> look(integration, route));
    }

    private CheckResult look(RunningIntegration integration, Route route) {
        Optional<String> problem = checks.stream()
                .map(check -> check.problem(integration, route))
                .flatMap(Optional::stream)
                .findFirst();
        return new CheckResult(
                integration.name() + "/" + NAME + route.getRouteId(),
                integration.name(),
                integration.critical(),
                problem.isPresent() ? State.DOWN : State.UP,
                problem.map(seen -> integration.label() + ", route " + route.getRouteId() + ": " + seen)
                        .orElse(""),
                data(integration, route));
    }

    private static Map<String, Object> data(RunningIntegration integration, Route route) {
        Map<String, Object> data = new HashMap<>();
        data.put("route", route.getRouteId());
        data.put("version", integration.version());
        data.put("inFlight", integration.context().getInflightRepository().size(route.getRouteId()));
        Flow flow = ContextFlows.of(integration.context())
                .map(flows -> flows.route(route.getRouteId()))
                .orElse(null);
        if (flow != null) {
            data.put("total", flow.total());
            data.put("failed", flow.failed());
            flow.lastSuccess().map(Objects::toString).ifPresent(at -> data.put("lastSuccess", at));
            flow.lastFailure().map(Objects::toString).ifPresent(at -> data.put("lastFailure", at));
        }
        return data;
    }
}
