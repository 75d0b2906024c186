package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.Role;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands before everything on the management port and finds out who calls. */
public final class Entrance extends Handler.Wrapper {

    private static final String CALLER = Caller.class.getName();

    private final AccessToken owner;

    /**
     * @param owner the token of the home's owner
     * @param inside what is served behind the entrance
     */
    public Entrance(AccessToken owner, Handler inside) {
        super(inside);
        this.owner = owner;
    }

    /** Who calls; empty when that is not known. */
    public static Optional<Caller> caller(Request request) {
        return Optional.ofNullable((Caller) request.getAttribute(CALLER));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        identify(request).ifPresent(caller -> request.setAttribute(CALLER, caller));
        return super.handle(request, response, callback);
    }

    private Optional<Caller> identify(Request request) {
        return owner.opens(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                ? Optional.of(new Caller(
                        System.getProperty("user.name", "owner"),
                        Caller.Means.OWNER,
                        Request.getRemoteAddr(request),
                        Role.ADMIN.permissions()))
                : Optional.empty();
    }
}
