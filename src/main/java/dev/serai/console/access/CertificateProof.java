package dev.serai.console.access;

import dev.serai.foundation.settings.ClientRoles;
import dev.serai.management.security.Caller;
import dev.serai.management.security.Role;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.eclipse.jetty.io.EndPoint.SslSessionData;
import org.eclipse.jetty.server.Request;

/**
 * Certificates of clients, of which the port has seen already that a trusted authority signed them and that their key is there. Which of them may
 * do what, the configuration says.
 *
 * @param roles by their subjects
 */
record CertificateProof(ClientRoles roles) {

    /** Who calls; empty when it showed no certificate, or one that has no role here. */
    Optional<Caller> of(Request request) {
        if (roles.isEmpty() || !(request.getAttribute(SslSessionData.ATTRIBUTE) instanceof SslSessionData session)) {
            return Optional.empty();
        }
        X509Certificate[] shown = session.peerCertificates();
        return shown == null || shown.length == 0
                ? Optional.empty()
                : caller(shown[0].getSubjectX500Principal(), Request.getRemoteAddr(request));
    }

    private Optional<Caller> caller(X500Principal subject, String address) {
        return roles.of(subject)
                .flatMap(Role::ofWord)
                .map(role -> new Caller(subject.getName(), Caller.Means.CERTIFICATE, address, role.permissions()));
    }
}
