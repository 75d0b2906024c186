package dev.serai.console;

import java.util.List;

/**
 * How the command line knows the runtime's management port, and is known there, when it speaks TLS. Written where only the home's owner reads.
 *
 * @param certificates fingerprints of the certificates that the port may show; empty for plain HTTP
 * @param clientCertificate what the command line shows when the port asks for a certificate, X.509 in Base64; else empty
 * @param clientKey its key, PKCS#8 in Base64; else empty
 */
public record RuntimeTrust(List<String> certificates, String clientCertificate, String clientKey) {

    public static final RuntimeTrust NONE = new RuntimeTrust(List.of(), "", "");

    public RuntimeTrust {
        certificates = List.copyOf(certificates);
    }

    /** The same for other certificates of the port. */
    public RuntimeTrust with(List<String> others) {
        return new RuntimeTrust(others, clientCertificate, clientKey);
    }

    public boolean hasClient() {
        return !clientKey.isEmpty();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "certificates " + certificates;
    }
}
