package dev.serai.runtime;

import dev.serai.console.RuntimeTrust;
import dev.serai.foundation.Finding;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfiguredValue;
import dev.serai.foundation.settings.AccessSettings;
import dev.serai.foundation.settings.ClientAuth;
import dev.serai.foundation.settings.PortTls;
import dev.serai.foundation.settings.TlsSettings;
import dev.serai.foundation.tls.CertificateWatch;
import dev.serai.foundation.tls.SelfSigned;
import dev.serai.foundation.tls.ServerTls;
import dev.serai.foundation.tls.TlsException;
import dev.serai.foundation.tls.TlsIdentity;
import dev.serai.foundation.tls.TlsPolicy;
import dev.serai.foundation.tls.TlsProblem;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** TLS of both ports: read and checked before anything starts, then watched. */
final class Tls {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_RUN = Duration.ofDays(3650);

    private final Configuration configuration;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<ServerTls> http = Optional.empty();
    private Optional<ServerTls> management = Optional.empty();
    private Optional<TlsIdentity> owner = Optional.empty();

    private Tls(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Reads the certificates that a configuration names; one that has mistakes itself names none. */
    static Tls read(Configuration configuration) {
        Tls tls = new Tls(configuration);
        if (configuration.findings().isEmpty()) {
            TlsSettings settings = TlsSettings.from(configuration.values());
            tls.requireAsked(settings.management(), AccessSettings.from(configuration.values()));
            tls.http = tls.port(settings.http(), List.of());
            tls.owner = owner(settings.management());
            tls.management = tls.port(
                    settings.management(),
                    tls.owner.map(TlsIdentity::certificate).stream().toList());
        }
        return tls;
    }

    /** Roles of certificates that nobody could show would be a mistake that is not noticed. */
    private void requireAsked(PortTls settings, AccessSettings access) {
        if (!access.clientRoles().isEmpty() && settings.clientAuth() == ClientAuth.NONE) {
            findings.add(finding(new TlsProblem(
                    AccessSettings.CLIENT_ROLES,
                    "gives roles to certificates, while clients are not asked for one",
                    "set " + settings.keys().clientAuth().name() + " to want or need, or remove it")));
        }
    }

    /** What the command line shows at a port that asks: made for this run, handed over in the file that only the owner reads. */
    private static Optional<TlsIdentity> owner(PortTls settings) {
        return settings.clientAuth() == ClientAuth.NONE
                ? Optional.empty()
                : Optional.of(SelfSigned.create("serai command line", List.of(), LONGEST_RUN));
    }

    private Optional<ServerTls> port(PortTls settings, List<X509Certificate> moreTrusted) {
        if (!settings.isOn()) {
            return Optional.empty();
        }
        TlsPolicy.refuseRenegotiation();
        Path home = configuration.home();
        try {
            return Optional.of(ServerTls.read(home, settings, moreTrusted));
        } catch (TlsException e) {
            e.problems().stream().map(this::finding).forEach(findings::add);
            return Optional.empty();
        }
    }

    private Finding finding(TlsProblem problem) {
        Optional<ConfiguredValue> place =
                configuration.explain(problem.key().name()).winner();
        return Finding.error(
                place.map(ConfiguredValue::source).orElse("configuration"),
                place.map(ConfiguredValue::line).orElse(0),
                0,
                "tls",
                "key \"" + problem.key().name() + "\": " + problem.message(),
                problem.hint());
    }

    /** The ports that speak it. */
    List<ServerTls> ports() {
        return Stream.of(http, management).flatMap(Optional::stream).toList();
    }

    /** What is wrong with the files. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Of the integrations' port; empty when it speaks plain HTTP. */
    Optional<ServerTls> http() {
        return http;
    }

    /** Of the management port; empty when it speaks plain HTTP. */
    Optional<ServerTls> management() {
        return management;
    }

    /** What the command line needs to know of the management port. */
    RuntimeTrust trust() {
        return management
                .map(port -> new RuntimeTrust(List.of(port.identity().fingerprint()), ownerCertificate(), ownerKey()))
                .orElse(RuntimeTrust.NONE);
    }

    private String ownerCertificate() {
        return owner.map(identity -> base64(identity.encodedCertificate())).orElse("");
    }

    private String ownerKey() {
        return owner.map(identity -> base64(identity.key().getEncoded())).orElse("");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Where a port answers. */
    static String url(Optional<ServerTls> tls, String host, int port) {
        boolean anywhere = host.equals("0.0.0.0") || host.equals("::");
        return (tls.isPresent() ? "https://" : "http://") + (anywhere ? "localhost" : host) + ":" + port;
    }

    /** Follows the files from now on. */
    CertificateWatch watch() {
        return new CertificateWatch(
                        Stream.of(http, management).flatMap(Optional::stream).toList(), PAUSE)
                .start();
    }
}
