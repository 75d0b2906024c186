package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditTrail;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before everything on the management port, finds out who calls, and lets nobody unknown in, but for what is declared open. Whoever stands
 * behind it asks {@link #caller}; a servlet finds the same under the request attribute named {@code dev.serai.management.security.Caller}.
 */
public final class Entrance extends Handler.Wrapper {

    private static final String CALLER = Caller.class.getName();

    private final Callers callers;
    private final Doors doors;
    private final Prefix prefix;
    private final AuditTrail audit;

    /**
     * @param admission what it goes by
     * @param inside what is served behind the entrance
     */
    public Entrance(Admission admission, Handler inside) {
        super(inside);
        callers = new Callers(admission);
        doors = new Doors(admission.settings().metricsOpen());
        prefix = new Prefix(admission.settings());
        audit = admission.audit();
    }

    /** Who calls; empty when that is not known. */
    public static Optional<Caller> caller(Request request) {
        return Optional.ofNullable((Caller) request.getAttribute(CALLER));
    }

    /** What a link to this port begins with, as the caller sees it behind its proxy: {@code /serai}; empty without one. */
    public static String prefix(Request request) {
        return Prefix.of(request);
    }

    @Override
    public boolean handle(Request outside, Response response, Callback callback) throws Exception {
        Request request = prefix.removed(outside);
        SecureHeaders.add(request, response);
        Callers.Seen seen = callers.of(request);
        if (isForeign(request, seen)) {
            return refuseForeign(request, response, callback, seen);
        }
        seen.caller().ifPresent(caller -> request.setAttribute(CALLER, caller));
        String path = Request.getPathInContext(request);
        if (seen.caller().isEmpty() && !doors.isOpen(request.getMethod(), path)) {
            return sendToLogin(request, response, callback, path, seen.reason());
        }
        return super.handle(request, response, callback);
    }

    /** A browser adds cookie and certificate to whatever another site makes it send; only programs have no more than a certificate. */
    private static boolean isForeign(Request request, Callers.Seen seen) {
        boolean byCookie = isBy(Caller.Means.SESSION, seen);
        boolean byItself = isBy(Caller.Means.CERTIFICATE, seen)
                || Doors.isLogin(request.getMethod(), Request.getPathInContext(request));
        return (byCookie && !SameOrigin.allows(request)) || (byItself && !SameOrigin.allowsProgram(request));
    }

    private static boolean isBy(Caller.Means means, Callers.Seen seen) {
        return seen.caller().filter(caller -> caller.means() == means).isPresent();
    }

    private boolean refuseForeign(Request request, Response response, Callback callback, Callers.Seen seen) {
        Refusal refusal = Refusal.foreignOrigin();
        seen.caller()
                .ifPresent(caller -> audit.record(new AuditEvent(
                        caller,
                        request.getMethod() + " " + Request.getPathInContext(request),
                        "",
                        Outcome.DENIED,
                        refusal.detail())));
        return refusal.write(request, response, callback);
    }

    private static boolean sendToLogin(
            Request request, Response response, Callback callback, String path, String reason) {
        if (path.startsWith("/api/") || !SessionCookie.wantsHtml(request)) {
            return Refusal.unknownCaller(reason).write(request, response, callback);
        }
        response.setStatus(HttpStatus.FOUND_302);
        response.getHeaders().put(HttpHeader.LOCATION, Prefix.of(request) + Doors.LOGIN_PAGE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        callback.succeeded();
        return true;
    }
}
