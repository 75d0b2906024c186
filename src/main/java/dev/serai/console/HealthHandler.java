package dev.serai.console;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * What probes ask, without a token: {@code /observe/health/live} is UP while the process answers; {@code /observe/health} and
 * {@code /ready} are UP once everything that shall run was started. No details are told.
 */
public final class HealthHandler extends Handler.Abstract.NonBlocking {

    private static final String PATH = "/observe/health";

    private final BooleanSupplier ready;

    /** @param ready whether everything that shall run was started */
    public HealthHandler(BooleanSupplier ready) {
        this.ready = ready;
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
        boolean live = "/live".equals(path);
        if (!live && !path.isEmpty() && !path.equals("/") && !path.equals("/ready")) {
            return false;
        }
        boolean up = live || ready.getAsBoolean();
        response.setStatus(up ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String body = "{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}\n";
        response.write(true, BufferUtil.toBuffer(body, StandardCharsets.UTF_8), callback);
        return true;
    }
}
