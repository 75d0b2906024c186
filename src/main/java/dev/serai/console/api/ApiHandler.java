package dev.serai.console.api;

import dev.serai.console.access.Entrance;
import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditException;
import dev.serai.management.security.audit.AuditTrail;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the calls below {@code /api/v1}: first the caller, then the route, then what the caller may, then the answer. */
final class ApiHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

    private final List<Route> routes;
    private final AuditTrail audit;

    ApiHandler(List<Route> routes, AuditTrail audit) {
        this.routes = routes;
        this.audit = audit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            Answer answer = answer(request);
            closeUnlessRead(request, response);
            answer.writeTo(response);
            callback.succeeded();
        } catch (IOException e) {
            LOG.debug("the caller went away before its answer was written", e);
            callback.failed(e);
        }
        return true;
    }

    /** A body that was refused unread would be taken for the connection's next request. */
    private static void closeUnlessRead(Request request, Response response) {
        if (!request.consumeAvailable()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
    }

    private Answer answer(Request request) throws IOException {
        try {
            return answerOrThrow(request);
        } catch (Problem problem) {
            return problem.answer();
        } catch (AuditException e) {
            return Problem.unavailable(String.valueOf(e.getMessage())).answer();
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString();
            LOG.error(
                    "{} {} failed, reference {}", request.getMethod(), Request.getPathInContext(request), reference, e);
            return Problem.internal(reference).answer();
        }
    }

    private Answer answerOrThrow(Request request) throws IOException {
        Caller caller = Entrance.caller(request).orElseThrow(Problem::unauthorized);
        String path = Request.getPathInContext(request);
        Route route = route(request.getMethod(), path);
        Map<String, String> names = route.match(path).orElseThrow();
        AuditedCall audited = new AuditedCall(audit, caller, route, Route.subject(names));
        return audited.answer(() -> route.operation().answer(new Call(request, names, query(request, route), caller)));
    }

    private Route route(String method, String path) {
        List<Route> candidates =
                routes.stream().filter(route -> route.match(path).isPresent()).toList();
        if (candidates.isEmpty()) {
            throw Problem.notFound("there is nothing at /api/v1" + path, "see /api/v1/openapi.yaml");
        }
        Optional<Route> route = candidates.stream()
                .filter(candidate -> candidate.method().equals(method))
                .findFirst();
        return route.orElseThrow(() -> Problem.methodNotAllowed(method, "/api/v1" + path, methods(candidates)));
    }

    private static Set<String> methods(List<Route> candidates) {
        return candidates.stream().map(Route::method).collect(Collectors.toSet());
    }

    private static Fields query(Request request, Route route) {
        Fields query = query(request);
        for (String seen : query.getNames()) {
            if (!route.query().contains(seen)) {
                throw Problem.badRequest(
                        "the query parameter \"" + seen + "\" is unknown here",
                        Hint.nearest(seen, route.query(), "this call knows " + route.query()));
            }
        }
        return query;
    }

    private static Fields query(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Problem.badRequest("the query cannot be decoded", "encode it as UTF-8 percent escapes");
        }
    }
}
