package dev.serai.foundation.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a connection speaks TLS, from PEM files: whom it trusts, and which certificate it shows. Files are read when the first connection is
 * opened; what they lack fails that, and the message tells which file.
 */
public final class ClientTls {

    private String authorities = "";
    private String certificate = "";
    private String key = "";

    /** PEM file with the certificates of trusted authorities; never set, those of the JDK are trusted. */
    public void setAuthorities(String file) {
        this.authorities = file;
    }

    /** PEM file with the certificate that is shown, and those that signed it; never set, none is shown. */
    public void setCertificate(String file) {
        this.certificate = file;
    }

    /** PEM file with the certificate's private key, not encrypted; never set, it stands in the certificate's file. */
    public void setKey(String file) {
        this.key = file;
    }

    /** @throws GeneralSecurityException when a file cannot be read, or holds no PEM of the expected kind */
    public SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(), trusted(), null);
        return context;
    }

    private TrustManager[] trusted() throws GeneralSecurityException {
        KeyStore trusted = authorities.isEmpty() ? null : empty();
        if (trusted != null) {
            int number = 0;
            for (X509Certificate authority : certificates(authorities)) {
                trusted.setCertificateEntry("authority-" + number++, authority);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private KeyManager[] keys() throws GeneralSecurityException {
        if (certificate.isEmpty()) {
            return new KeyManager[0];
        }
        List<X509Certificate> chain = certificates(certificate);
        KeyStore own = empty();
        own.setKeyEntry("own", privateKey(chain.get(0)), new char[0], chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, new char[0]);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty keystore could not be made", e);
        }
    }

    private PrivateKey privateKey(X509Certificate owner) throws GeneralSecurityException {
        String file = key.isEmpty() ? certificate : key;
        return PemFile.read(Path.of(file))
                .keyOf(owner)
                .orElseThrow(() -> new GeneralSecurityException(file + " holds no unencrypted private key of the first"
                        + " certificate in " + certificate + "; expected PEM with BEGIN PRIVATE KEY"));
    }

    private static List<X509Certificate> certificates(String file) throws GeneralSecurityException {
        return Optional.of(PemFile.read(Path.of(file)).certificates())
                .filter(list -> !list.isEmpty())
                .orElseThrow(() ->
                        new CertificateException(file + " holds no certificate; expected PEM with BEGIN CERTIFICATE"));
    }
}
