package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.login.Sessions;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** The cookie by which a login in the console is known; one login opens console and API. */
public final class SessionCookie {

    /** The cookie's name. */
    public static final String NAME = "SERAI_SESSION";

    private final Sessions sessions;

    public SessionCookie(Sessions sessions) {
        this.sessions = sessions;
    }

    Sessions sessions() {
        return sessions;
    }

    /** Who is logged in. */
    Optional<Caller> caller(Request request) {
        Optional<Sessions.Session> session = session(request);
        if (session.isPresent() && isByAPerson(request)) {
            id(request).ifPresent(sessions::touch);
        }
        return session.map(found ->
                new Caller(found.name(), Caller.Means.SESSION, Request.getRemoteAddr(request), found.permissions()));
    }

    /** The login, while it lasts. */
    Optional<Sessions.Session> session(Request request) {
        return id(request).flatMap(sessions::find);
    }

    static Optional<String> id(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Hands out a new session; one the browser had before ends, so that none that was planted there is used on. */
    void begin(Request request, Response response, String id) {
        id(request).ifPresent(sessions::end);
        Response.putCookie(response, cookie(request, id).build());
    }

    /** Ends the session, here and in the browser. */
    void end(Request request, Response response) {
        id(request).ifPresent(sessions::end);
        Response.putCookie(response, cookie(request, "").maxAge(0).build());
    }

    private static HttpCookie.Builder cookie(Request request, String value) {
        return HttpCookie.build(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(HttpCookie.SameSite.STRICT);
    }

    /** Whether a person caused it, or the console while nobody sits before it: that one polls by GET and by Jolokia. */
    private static boolean isByAPerson(Request request) {
        String path = Request.getPathInContext(request);
        boolean asks = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        return asks ? path.equals(Doors.CONSOLE + "/refresh") || wantsHtml(request) : !path.startsWith(Doors.JOLOKIA);
    }

    static boolean wantsHtml(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return HttpMethod.GET.is(request.getMethod()) && accept != null && accept.contains("text/html");
    }
}
