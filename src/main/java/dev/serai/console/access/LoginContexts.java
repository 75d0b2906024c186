package dev.serai.console.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditTrail;
import dev.serai.management.security.login.Logins;
import dev.serai.management.security.oidc.IdentityProvider;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * What the console's pages ask about logins, in the words of Hawtio's front end: which ways there are, the login itself, who is logged in, and how
 * long still.
 */
public final class LoginContexts {

    private static final String AUTH = Doors.CONSOLE + "/auth";

    private final Logins logins;
    private final SessionCookie cookie;
    private final AuditTrail audit;
    private final Optional<ProviderLogin> provider;

    /**
     * @param provider the identity provider; empty when there is none
     */
    public LoginContexts(Logins logins, SessionCookie cookie, Optional<IdentityProvider> provider, AuditTrail audit) {
        this.logins = logins;
        this.cookie = cookie;
        this.audit = audit;
        this.provider = provider.map(known -> new ProviderLogin(known, cookie, audit));
    }

    /** Each under a path of its own, all more specific than the console's. */
    public List<ContextHandler> contexts() {
        Stream<ContextHandler> own = Stream.of(
                at(AUTH + "/login", new LoginHandler(logins, cookie)),
                at(AUTH + "/logout", new Simple(this::logout)),
                at(AUTH + "/config/login", new Simple(LoginContexts::ways)),
                at(
                        AUTH + "/config/oidc",
                        new Simple((request, response, callback) -> Simple.json(response, callback, "[]"))),
                at(AUTH + "/config/session-timeout", new Simple(this::timeout)),
                at(
                        Doors.CONSOLE + "/keycloak/enabled",
                        new Simple((request, response, callback) -> Simple.text(response, callback, "false"))),
                at(
                        Doors.CONSOLE + "/refresh",
                        new Simple((request, response, callback) -> Simple.text(response, callback, "ok"))),
                at(Doors.CONSOLE + "/user", new Simple(LoginContexts::user)));
        return Stream.concat(own, provider.stream().flatMap(LoginContexts::ofProvider))
                .toList();
    }

    private static Stream<ContextHandler> ofProvider(ProviderLogin login) {
        return Stream.of(
                at(AUTH + "/oidc/login", new Simple(login::begin)),
                at(AUTH + "/oidc/callback", new Simple(login::end)));
    }

    private static ContextHandler at(String path, Handler handler) {
        ContextHandler context = new ContextHandler(handler, path);
        context.setAllowNullPathInContext(true);
        return context;
    }

    private boolean logout(Request request, Response response, Callback callback) {
        Optional<URI> farewell = provider.flatMap(known -> known.farewell(request));
        String detail = farewell.isPresent() ? "at the identity provider too" : "";
        cookie.caller(request)
                .ifPresent(
                        caller -> audit.record(new AuditEvent(caller, "logout", caller.name(), Outcome.DONE, detail)));
        cookie.end(request, response);
        String next = farewell.map(URI::toString).orElse(Prefix.of(request) + Doors.LOGIN_PAGE);
        return Simple.redirect(response, callback, next);
    }

    /** Only the form: a login at the provider runs on the server, so to the page it is a link. */
    private static boolean ways(Request request, Response response, Callback callback) {
        ArrayNode ways = JsonNodeFactory.instance.arrayNode();
        ways.addObject()
                .put("method", "form")
                .put("name", "Form Authentication")
                .put("type", "json")
                .put("url", Prefix.of(request) + AUTH + "/login")
                .put("logoutUrl", Prefix.of(request) + AUTH + "/logout")
                .put("userField", "username")
                .put("passwordField", "password");
        return Simple.json(response, callback, ways.toString());
    }

    private boolean timeout(Request request, Response response, Callback callback) {
        Fields query = Request.extractQueryParameters(request);
        String asked = String.valueOf(query.getValue("t"));
        long now = System.currentTimeMillis();
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("req", asked.matches("\\d{1,18}") ? Long.parseLong(asked) : now)
                .put("now", now)
                .put("timeout", cookie.sessions().idle().toSeconds());
        return Simple.json(response, callback, answer.toString());
    }

    /** The entrance let only a known caller through. */
    private static boolean user(Request request, Response response, Callback callback) {
        String name = Entrance.caller(request).orElseThrow().name();
        return Simple.json(
                response, callback, JsonNodeFactory.instance.textNode(name).toString());
    }
}
