package dev.serai.foundation.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts a server that shows one of certain certificates, and no other, whoever signed it: the certificate stands for the name. */
public final class PinnedTrust extends X509ExtendedTrustManager {

    private final List<String> fingerprints;

    /** @param fingerprints as {@link TlsIdentity#fingerprint} writes them */
    public PinnedTrust(List<String> fingerprints) {
        this.fingerprints = List.copyOf(fingerprints);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        String seen = TlsIdentity.fingerprint(chain[0]);
        if (!fingerprints.contains(seen)) {
            throw new CertificateException(
                    "the certificate with the SHA-256 fingerprint " + seen + " is not the expected one");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        checkServerTrusted(chain, method);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, method);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw new CertificateException("this side is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        checkClientTrusted(chain, method);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, method);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
