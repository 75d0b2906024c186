package dev.serai.console.access;

import dev.serai.foundation.settings.AccessSettings;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** The path under which a reverse proxy shows the management port. */
final class Prefix {

    private static final String ATTRIBUTE = Prefix.class.getName();
    private static final String FORM = "(/[A-Za-z0-9._~-]+)+";

    private final AccessSettings settings;

    Prefix(AccessSettings settings) {
        this.settings = settings;
    }

    /** What a link to this port begins with, as the caller sees it; empty when there is no proxy. */
    static String of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof String prefix ? prefix : "";
    }

    /** The request without the prefix, in case the proxy left it there. */
    Request removed(Request request) {
        String configured = settings.contextPath();
        String path = request.getHttpURI().getCanonicalPath();
        boolean inside = !configured.isEmpty() && (path + "/").startsWith(configured + "/");
        Request bare = inside ? below(request, configured, path) : request;
        bare.setAttribute(ATTRIBUTE, configured.isEmpty() ? forwarded(request) : configured);
        return bare;
    }

    private static Request below(Request request, String prefix, String path) {
        String rest = path.substring(prefix.length());
        return Request.serveAs(
                request,
                HttpURI.build(request.getHttpURI())
                        .path(rest.isEmpty() ? "/" : rest)
                        .asImmutable());
    }

    private String forwarded(Request request) {
        String header = settings.forwarded() ? request.getHeaders().get("X-Forwarded-Prefix") : null;
        return header != null && header.matches(FORM) ? header : "";
    }
}
