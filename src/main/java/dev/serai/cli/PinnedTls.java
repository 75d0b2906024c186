package dev.serai.cli;

import dev.serai.console.RuntimeTrust;
import dev.serai.foundation.tls.PinnedTrust;
import dev.serai.foundation.tls.TlsIdentity;
import java.io.ByteArrayInputStream;
import java.net.HttpURLConnection;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** TLS to exactly the runtime that wrote its certificate into {@code state/runtime.json}; who signed it, and for which name, does not matter. */
final class PinnedTls {

    private PinnedTls() {}

    /** Prepares a connection; one without TLS stays as it is. */
    static HttpURLConnection on(HttpURLConnection connection, RuntimeTrust trust) {
        if (!trust.certificates().isEmpty() && connection instanceof HttpsURLConnection secured) {
            secured.setSSLSocketFactory(context(trust).getSocketFactory());
            secured.setHostnameVerifier((host, session) -> true);
        }
        return connection;
    }

    private static SSLContext context(RuntimeTrust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    trust.hasClient() ? client(trust) : new KeyManager[0],
                    new TrustManager[] {new PinnedTrust(trust.certificates())},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new CommandException(
                    "what state/runtime.json says about TLS cannot be used: " + e.getMessage(),
                    "restart the runtime of this home",
                    e);
        }
    }

    private static KeyManager[] client(RuntimeTrust trust) throws GeneralSecurityException {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes(trust.clientCertificate())));
        PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(bytes(trust.clientKey())));
        return new TlsIdentity(key, List.of(certificate), List.of())
                .keyManagers()
                .getKeyManagers();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
