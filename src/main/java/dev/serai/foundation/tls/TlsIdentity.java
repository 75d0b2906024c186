package dev.serai.foundation.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a port shows to its clients, and whose clients it trusts.
 *
 * @param key the private key
 * @param chain the port's own certificate, then those that signed it
 * @param clientAuthorities whose clients are trusted; empty when clients are not asked
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> clientAuthorities) {

    private static final int SESSION_SECONDS = 3600;

    public TlsIdentity {
        chain = List.copyOf(chain);
        clientAuthorities = List.copyOf(clientAuthorities);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    public Instant expiry() {
        return certificate().getNotAfter().toInstant();
    }

    /** The port's own certificate, X.509 in DER. */
    public byte[] encodedCertificate() {
        return made(certificate()::getEncoded);
    }

    /** SHA-256 of the port's own certificate, in hexadecimal digits, by which a client on this machine knows it again. */
    public String fingerprint() {
        return fingerprint(certificate());
    }

    /** SHA-256 of a certificate, in hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        return made(() -> {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(hash);
        });
    }

    /** The key and its chain in the form that TLS engines take. */
    public KeyManagerFactory keyManagers() {
        return made(() -> {
            KeyStore store = empty();
            store.setKeyEntry("serai", key, new char[0], chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory;
        });
    }

    /** Trusts the clients of the given authorities, and nobody else. */
    public TrustManagerFactory trustManagers() {
        return made(() -> {
            KeyStore store = empty();
            for (int i = 0; i < clientAuthorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, clientAuthorities.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        });
    }

    /** A new context: sessions that began with another certificate are not resumed in it. */
    public SSLContext context() {
        return made(() -> {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager[] trust = clientAuthorities.isEmpty()
                    ? new TrustManager[0]
                    : trustManagers().getTrustManagers();
            context.init(keyManagers().getKeyManagers(), trust, null);
            context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
            return context;
        });
    }

    private interface Making<T> {
        T make() throws GeneralSecurityException, IOException;
    }

    /** All of it was read and checked before, so a failure is one of the virtual machine. */
    private static <T> T made(Making<T> making) {
        try {
            return making.make();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JDK cannot use a certificate that it could read", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Never the key. */
    @Override
    public String toString() {
        return certificate().getSubjectX500Principal().getName() + ", valid until " + expiry();
    }
}
