package dev.serai.management.monitoring.health;

import dev.serai.management.monitoring.RunningIntegration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.util.URISupport;

/** Camel's own checks of one context: the context, its routes, its consumers, and its producers where their component has one. */
final class CamelChecks {

    /** What of Camel's details says something to a person; the rest are clocks and counters of the check itself. */
    private static final Set<String> TOLD = Set.of(
            "context.name",
            "context.version",
            "context.status",
            "route.id",
            "route.status",
            "route.context.name",
            HealthCheck.ENDPOINT_URI,
            HealthCheck.FAILURE_COUNT,
            HealthCheck.FAILURE_TIME,
            HealthCheck.HTTP_RESPONSE_CODE);

    Stream<CheckResult> look(RunningIntegration integration) {
        return HealthCheckHelper.invokeReadiness(integration.context(), "full").stream()
                .map(result -> result(integration, result));
    }

    private static CheckResult result(RunningIntegration integration, Result result) {
        String name = integration.name() + "/" + result.getCheck().getId();
        return new CheckResult(
                name,
                integration.name(),
                integration.critical(),
                result.getState(),
                result.getState() == HealthCheck.State.DOWN ? integration.label() + ": " + message(result) : "",
                data(result));
    }

    /** The message of an exception may quote the payload: its class is all that is told of it. */
    private static String message(Result result) {
        return result.getError()
                .map(error -> result.getCheck().getId() + " fails with "
                        + error.getClass().getSimpleName())
                .or(result::getMessage)
                .orElse(result.getCheck().getId() + " is down");
    }

    private static Map<String, Object> data(Result result) {
        Map<String, Object> data = new HashMap<>();
        result.getDetails().forEach((name, value) -> {
            if (TOLD.contains(name) && value != null) {
                data.put(name, value instanceof Number ? value : URISupport.sanitizeUri(value.toString()));
            }
        });
        return data;
    }
}
