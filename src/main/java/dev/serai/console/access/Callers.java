package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.login.LoginGuard;
import dev.serai.management.security.oidc.NotProvenException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Finds out who calls: by a bearer token when there is one, else by the cookie of a login, else by the certificate of the connection. */
final class Callers {

    private static final String SCHEME = "Bearer ";

    private final Admission admission;
    private final CertificateProof certificates;
    /** Not the one of the logins: a program with an old token shall not keep people behind the same address out. */
    private final LoginGuard guard = new LoginGuard(Clock.systemUTC());

    Callers(Admission admission) {
        this.admission = admission;
        this.certificates = new CertificateProof(admission.settings().clientRoles());
    }

    /**
     * What is known of the caller.
     *
     * @param caller empty when unknown
     * @param reason why what it showed proves nobody; empty when it showed nothing
     */
    record Seen(Optional<Caller> caller, String reason) {}

    Seen of(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            Optional<Caller> byCookie = admission.cookie().flatMap(cookie -> cookie.caller(request));
            return new Seen(byCookie.or(() -> certificates.of(request)), "");
        }
        String token = authorization.substring(SCHEME.length()).trim();
        return bearer(token, Request.getRemoteAddr(request));
    }

    private Seen bearer(String token, String address) {
        try {
            for (BearerProof proof : admission.bearers()) {
                Optional<Caller> caller = proof.of(token, address);
                if (caller.isPresent()) {
                    return new Seen(caller, "");
                }
            }
            return unknown(address, "the token is unknown, revoked or expired");
        } catch (NotProvenException e) {
            return unknown(address, String.valueOf(e.getMessage()));
        }
    }

    /** On record, though not without end: after some failures in a row only now and then. */
    private Seen unknown(String address, String reason) {
        if (guard.attempt(address, address).isGranted()) {
            Caller nobody = new Caller("unknown", Caller.Means.TOKEN, address, Set.of());
            admission.audit().record(new AuditEvent(nobody, "token.use", "", Outcome.REFUSED, reason));
        }
        return new Seen(Optional.empty(), reason);
    }
}
