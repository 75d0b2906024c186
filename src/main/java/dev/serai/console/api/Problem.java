package dev.serai.console.api;

import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.security.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A call that cannot be answered as asked; it reaches the caller as RFC 9457 problem details, without a stack trace. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String hint;
    private final transient Map<String, String> headers;

    private Problem(int status, String title, String detail, String hint, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.title = title;
        this.hint = hint;
        this.headers = headers;
    }

    static Problem badRequest(String detail, String hint) {
        return new Problem(400, "Bad request", detail, hint, Map.of());
    }

    public static Problem unauthorized() {
        return new Problem(
                401,
                "Unauthorized",
                "this call has no valid token; every call needs the header Authorization: Bearer TOKEN",
                "the token stands in state/runtime.json of Serai's home, readable by its owner",
                Map.of("WWW-Authenticate", "Bearer realm=\"serai\""));
    }

    public static Problem forbidden(String caller, Permission needed) {
        return new Problem(
                403,
                "Forbidden",
                caller + " may not do this; it needs the permission " + needed.word(),
                "ask an administrator for a role that permits it",
                Map.of());
    }

    /** There is none of that; the hint names what comes nearest. */
    static Problem notFound(String detail, String hint) {
        return new Problem(404, "Not found", detail, hint, Map.of());
    }

    /** There is no integration of that name. */
    static Problem noIntegration(String name, IntegrationManager integrations) {
        List<String> names =
                integrations.status().stream().map(IntegrationStatus::name).toList();
        return notFound(
                "there is no integration \"" + name + "\"",
                Hint.nearest(name, names, names.isEmpty() ? "there are none yet" : "see: serai status"));
    }

    public static Problem methodNotAllowed(String method, String path, Set<String> allowed) {
        String allow = String.join(", ", new TreeSet<>(allowed));
        return new Problem(
                405,
                "Method not allowed",
                path + " does not answer " + method + "; it answers " + allow,
                "see /api/v1/openapi.yaml",
                Map.of("Allow", allow));
    }

    static Problem conflict(String detail, String hint) {
        return new Problem(409, "Conflict", detail, hint, Map.of());
    }

    static Problem tooLarge(String detail) {
        return new Problem(
                413,
                "Content too large",
                detail,
                "leave out of the integration what its routes do not read",
                Map.of("Connection", "close"));
    }

    static Problem unsupportedMediaType(String seen) {
        return new Problem(
                415,
                "Unsupported media type",
                "the body is " + (seen.isEmpty() ? "of no told type" : seen)
                        + "; expected application/json or application/zip",
                "set the Content-Type header",
                Map.of());
    }

    /** What the call needs does not work now. */
    static Problem unavailable(String detail) {
        return new Problem(503, "Service unavailable", detail, "try again when that is mended", Map.of());
    }

    static Problem internal(String reference) {
        return new Problem(
                500,
                "Internal error",
                "the call failed inside Serai",
                "the runtime's log tells more under the reference " + reference,
                Map.of());
    }

    /** A failure that the HTTP server itself found, such as a malformed request line. */
    public static Problem ofServer(int status, String detail) {
        return new Problem(status, "HTTP " + status, detail, "see /api/v1/openapi.yaml", Map.of());
    }

    /** What was seen and what was expected, in one sentence. */
    String detail() {
        return String.valueOf(getMessage());
    }

    public Answer answer() {
        Details details = new Details("about:blank", title, status, detail(), hint);
        return new Answer.Whole(status, "application/problem+json", Wire.json(details), new TreeMap<>(headers));
    }

    /** Problem details as RFC 9457 names them, and a hint. */
    private record Details(String type, String title, int status, String detail, String hint) {}
}
