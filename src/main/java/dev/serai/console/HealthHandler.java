package dev.serai.console;

import dev.serai.console.access.Entrance;
import dev.serai.console.api.Wire;
import dev.serai.management.monitoring.health.CheckResult;
import dev.serai.management.monitoring.health.Health;
import dev.serai.management.security.Permission;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheck.State;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What probes ask, in Camel's shape and at Camel's paths: {@code /observe/health/live} tells of the process, {@code /ready} of the node and of
 * the integrations that call themselves critical, {@code /observe/health} of both. Anybody learns UP or DOWN; the checks behind it are for those
 * who may look.
 */
public final class HealthHandler extends Handler.Abstract {

    private static final String PATH = "/observe/health";

    private final BooleanSupplier started;
    private final Supplier<Health> health;

    /**
     * @param started whether everything that shall run was started
     * @param health what was seen last
     */
    public HealthHandler(BooleanSupplier started, Supplier<Health> health) {
        this.started = started;
        this.health = health;
    }

    /** The handler at its place on the management port. */
    public ContextHandler context() {
        ContextHandler context = new ContextHandler(this, PATH);
        context.setAllowNullPathInContext(true);
        return context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        Health seen = health.get();
        boolean ready = started.getAsBoolean() && seen.ready();
        switch (path == null ? "" : path) {
            case "", "/" -> answer(request, response, callback, seen.live() && ready, seen, check -> true);
            case "/ready" -> answer(request, response, callback, ready, seen, check -> !isOfProcess(check));
            case "/live" -> answer(request, response, callback, seen.live(), seen, HealthHandler::isOfProcess);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfProcess(CheckResult check) {
        return check.name().equals("process");
    }

    private static void answer(
            Request request,
            Response response,
            Callback callback,
            boolean up,
            Health health,
            Predicate<CheckResult> told) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", up ? State.UP : State.DOWN);
        if (mayLook(request)) {
            body.put("checks", checks(health, told));
        }
        response.setStatus(up ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(Wire.json(body)), callback);
    }

    private static boolean mayLook(Request request) {
        return Entrance.caller(request)
                .filter(caller -> caller.permissions().contains(Permission.VIEW))
                .isPresent();
    }

    private static List<Map<String, Object>> checks(Health health, Predicate<CheckResult> told) {
        return health.checks().stream().filter(told).map(HealthHandler::shape).toList();
    }

    /** As Camel's own health answers are built. */
    private static Map<String, Object> shape(CheckResult check) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("name", check.name());
        shape.put("status", check.status());
        if (!check.message().isEmpty()) {
            shape.put("error-message", check.message());
        }
        if (!check.data().isEmpty()) {
            shape.put("data", check.data());
        }
        return shape;
    }
}
