package dev.serai.runtime;

import dev.serai.cli.Diagnosis;
import dev.serai.cli.Diagnosis.Grade;
import dev.serai.foundation.Finding;
import dev.serai.foundation.settings.Settings;
import dev.serai.foundation.tls.ServerTls;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code serai doctor} looks at the certificates of both ports, read as at the start. */
final class PortCertificates {

    private static final String RENEW = "renew it; new files are taken without a restart";
    private static final Set<String> HERE = Set.of("0.0.0.0", "::", "127.0.0.1", "::1", "localhost");

    private final Validity validity;
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    PortCertificates(Validity validity) {
        this.validity = validity;
    }

    List<Diagnosis> of(Tls tls, Settings settings) {
        tls.findings().forEach(this::unusable);
        tls.http().ifPresent(port -> examine(port, settings.http().host()));
        tls.management().ifPresent(port -> examine(port, settings.management().host()));
        return List.copyOf(diagnoses);
    }

    private void unusable(Finding finding) {
        diagnoses.add(
                new Diagnosis("certificate", Grade.ERROR, finding.place() + ": " + finding.message(), finding.hint()));
    }

    private void examine(ServerTls port, String host) {
        String subject = port.port() + " certificate";
        X509Certificate own = port.identity().certificate();
        diagnoses.add(validity.of(own, subject, RENEW));
        Stream.concat(port.identity().chain().stream().skip(1), port.identity().clientAuthorities().stream())
                .map(authority -> validity.of(authority, port.port() + " authority", RENEW))
                .filter(diagnosis -> diagnosis.grade() != Grade.OK)
                .forEach(diagnoses::add);
        unnamed(own, host)
                .map(seen -> new Diagnosis(
                        subject,
                        Grade.WARNING,
                        seen,
                        "issue it with subjectAltName, for each name that clients call this port by"))
                .ifPresent(diagnoses::add);
    }

    /** What keeps clients from knowing the port by its certificate's names; a proxy may stand before it, so it is no error. */
    private static Optional<String> unnamed(X509Certificate own, String host) {
        List<String> names = names(own);
        if (names.isEmpty()) {
            return Optional.of("it names no host, and clients look at no other name");
        }
        return HERE.contains(host) || names.contains(host)
                ? Optional.empty()
                : Optional.of("it is for " + String.join(", ", names) + ", not for " + host);
    }

    private static List<String> names(X509Certificate own) {
        try {
            return Optional.ofNullable(own.getSubjectAlternativeNames()).orElse(List.of()).stream()
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
