package dev.serai.console;

import dev.serai.console.access.Entrance;
import dev.serai.console.api.Answer;
import dev.serai.console.api.Problem;
import dev.serai.management.security.Caller;
import dev.serai.management.security.Permission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;

/** {@code /observe/metrics}: what Prometheus reads, as its own text or as OpenMetrics. */
public final class MetricsHandler extends Handler.Abstract {

    private static final String PATH = "/observe/metrics";
    private static final int USUAL_SIZE = 64 * 1024;

    private final Scrape scrape;
    private final boolean open;

    /** Writes the metrics in a form that is accepted. */
    @FunctionalInterface
    public interface Scrape {

        /**
         * @param accept the request's header of that name; empty when it has none
         * @return the media type of what was written
         */
        String write(String accept, OutputStream out) throws IOException;
    }

    /**
     * @param scrape writes them
     * @param open whether a caller that is not known may read them
     */
    public MetricsHandler(Scrape scrape, boolean open) {
        this.scrape = scrape;
        this.open = open;
    }

    /** The handler at its place on the management port. */
    public ContextHandler context() {
        ContextHandler context = new ContextHandler(this, PATH);
        context.setAllowNullPathInContext(true);
        return context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            return false;
        }
        answer(request).writeTo(response);
        callback.succeeded();
        return true;
    }

    private Answer answer(Request request) throws IOException {
        Optional<Caller> caller = Entrance.caller(request);
        if (!open && caller.isEmpty()) {
            return Problem.unauthorized().answer();
        }
        if (!open && !caller.orElseThrow().may(Permission.VIEW)) {
            return Problem.forbidden(caller.orElseThrow().name(), Permission.VIEW)
                    .answer();
        }
        if (!request.getMethod().equals("GET")) {
            return Problem.methodNotAllowed(request.getMethod(), PATH, Set.of("GET"))
                    .answer();
        }
        return metrics(request);
    }

    private Answer metrics(Request request) throws IOException {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        ByteArrayOutputStream text = new ByteArrayOutputStream(USUAL_SIZE);
        String type = scrape.write(accept == null ? "" : accept, text);
        return new Answer.Whole(HttpStatus.OK_200, type, text.toByteArray(), Map.of());
    }
}
