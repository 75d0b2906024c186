package dev.serai.console.access;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Headers that tell a browser what not to do, on every answer of the management port. */
public final class SecureHeaders {

    /** The console's editor writes its own styles and starts its workers from blobs; all else comes from here. */
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
            + "frame-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    private static final String A_YEAR = "max-age=31536000";

    private SecureHeaders() {}

    public static void add(Request request, Response response) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (request.isSecure()) {
            headers.put(HttpHeader.STRICT_TRANSPORT_SECURITY, A_YEAR);
        }
        if (isPrivate(Request.getPathInContext(request))) {
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isPrivate(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/observe/")
                || path.startsWith(Doors.CONSOLE + "/auth/")
                || path.startsWith(Doors.JOLOKIA)
                || path.equals(Doors.CONSOLE + "/user");
    }
}
