package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditTrail;
import dev.serai.management.security.login.Sessions;
import dev.serai.management.security.oidc.IdentityProvider;
import dev.serai.management.security.oidc.NotProvenException;
import dev.serai.management.security.oidc.Proven;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A login at the identity provider: {@code /hawtio/auth/oidc/login} sends the browser there, {@code /hawtio/auth/oidc/callback} takes it back and
 * begins a session as a password does.
 */
final class ProviderLogin {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogin.class);

    /** Binds the answer to the browser that asked. It has to come along with the provider's redirect, so it is not strict. */
    private static final String COOKIE = "SERAI_LOGIN";

    private static final int COOKIE_SECONDS = 600;
    private static final String CALLBACK = Doors.CONSOLE + "/auth/oidc/callback";

    private final IdentityProvider provider;
    private final SessionCookie cookie;
    private final AuditTrail audit;

    ProviderLogin(IdentityProvider provider, SessionCookie cookie, AuditTrail audit) {
        this.provider = provider;
        this.cookie = cookie;
        this.audit = audit;
    }

    boolean begin(Request request, Response response, Callback callback) {
        try {
            IdentityProvider.Beginning beginning = provider.begin(back(request));
            Response.putCookie(response, state(request, beginning.state(), COOKIE_SECONDS));
            return Simple.redirect(response, callback, beginning.where().toString());
        } catch (NotProvenException e) {
            LOG.warn("a login at the identity provider could not begin", e);
            return page(
                    request, response, callback, HttpStatus.BAD_GATEWAY_502, "The identity provider does not answer.");
        }
    }

    private static URI back(Request request) {
        return URI.create(SameOrigin.own(request) + Prefix.of(request) + CALLBACK);
    }

    /** Where the browser is to go so that the provider's login ends with the session; empty when that was none of the provider's. */
    Optional<URI> farewell(Request request) {
        return cookie.session(request).flatMap(session -> provider.end(session.identityToken(), back(request)));
    }

    /** The provider sends the browser here after a login, and, with nothing to say, after a logout: so one address is to be registered there. */
    boolean end(Request request, Response response, Callback callback) {
        if (Request.extractQueryParameters(request).isEmpty()) {
            return Simple.redirect(response, callback, Prefix.of(request) + Doors.LOGIN_PAGE);
        }
        Response.putCookie(response, state(request, "", 0));
        try {
            return welcome(request, response, callback, proven(request));
        } catch (NotProvenException e) {
            record(request, "unknown", Set.of(), Outcome.REFUSED, String.valueOf(e.getMessage()));
            return page(request, response, callback, HttpStatus.FORBIDDEN_403, "The login was not completed.");
        } catch (ForeignAnswerException e) {
            record(request, "unknown", Set.of(), Outcome.DENIED, "the login was not begun in this browser");
            return page(
                    request, response, callback, HttpStatus.FORBIDDEN_403, "The login was not begun in this browser.");
        }
    }

    private IdentityProvider.Login proven(Request request) throws NotProvenException, ForeignAnswerException {
        Fields query = Request.extractQueryParameters(request);
        String state = String.valueOf(query.getValue("state"));
        boolean own = Request.getCookies(request).stream()
                .anyMatch(
                        seen -> seen.getName().equals(COOKIE) && seen.getValue().equals(state));
        if (!own) {
            throw new ForeignAnswerException();
        }
        return provider.finish(state, String.valueOf(query.getValue("code")));
    }

    /**
     * The session's cookie is not sent while the browser still follows the provider's redirect, so a page of our own leads on instead of another
     * redirect.
     */
    private boolean welcome(Request request, Response response, Callback callback, IdentityProvider.Login login) {
        Proven proven = login.proven();
        Set<Permission> permissions = Role.permissions(proven.roles());
        if (permissions.isEmpty()) {
            record(request, proven.name(), permissions, Outcome.DENIED, "no claim gives this user a role here");
            return page(
                    request,
                    response,
                    callback,
                    HttpStatus.FORBIDDEN_403,
                    "You are logged in, but have no role here. Ask an administrator for one.");
        }
        record(request, proven.name(), permissions, Outcome.DONE, "");
        Sessions.Session session = new Sessions.Session(proven.name(), permissions, login.identityToken());
        cookie.begin(request, response, cookie.sessions().open(session));
        String console = Prefix.of(request) + Doors.CONSOLE + "/";
        String html =
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url="
                        + console + "\"><title>Serai</title><p>Logged in. <a href=\"" + console
                        + "\">To the console</a></html>\n";
        return Simple.html(response, callback, HttpStatus.OK_200, html);
    }

    /** Says nothing that the request brought. */
    private static boolean page(Request request, Response response, Callback callback, int status, String sentence) {
        String login = Prefix.of(request) + Doors.LOGIN_PAGE;
        String html = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Serai: login</title><h1>"
                + sentence + "</h1><p><a href=\"" + login + "\">To the login page</a></html>\n";
        return Simple.html(response, callback, status, html);
    }

    private void record(Request request, String name, Set<Permission> permissions, Outcome outcome, String detail) {
        Caller caller = new Caller(name, Caller.Means.OIDC, Request.getRemoteAddr(request), permissions);
        audit.record(new AuditEvent(caller, "login", name, outcome, detail));
    }

    private static HttpCookie state(Request request, String state, int seconds) {
        return HttpCookie.build(COOKIE, state)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(HttpCookie.SameSite.LAX)
                .maxAge(seconds)
                .build();
    }

    private static final class ForeignAnswerException extends Exception {

        private static final long serialVersionUID = 1;
    }
}
