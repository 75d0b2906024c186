package dev.serai.adapter.legacy.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** TLS towards servers that must prove who they are: by an authority of a PEM file, or by one that Java trusts. */
public final class TrustedServers extends SSLContextParameters {

    private Path home = Path.of("");
    private @Nullable Path authorities;
    private String protocol = "TLSv1.3";

    /** The folder that a relative path of the file begins at. */
    public void setHome(String home) {
        this.home = Path.of(home);
    }

    /** PEM file with the certificates to trust, in place of those that Java trusts. */
    public void setAuthorities(String authorities) {
        this.authorities = Path.of(authorities);
    }

    /** Newest version of TLS to offer. */
    public void setProtocol(String protocol) {
        this.protocol = protocol;
    }

    @Override
    public SSLContext createSSLContext(CamelContext camel) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance(protocol);
        context.init(null, trust().getTrustManagers(), null);
        return context;
    }

    private TrustManagerFactory trust() throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities == null ? null : store(home.resolve(authorities)));
        return factory;
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates(file)) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        if (number == 0) {
            throw new IOException(file + " holds no certificate; expected PEM blocks BEGIN CERTIFICATE");
        }
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(content);
        }
    }
}
