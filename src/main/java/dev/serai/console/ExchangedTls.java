package dev.serai.console;

import dev.serai.foundation.settings.ClientAuth;
import dev.serai.foundation.tls.ServerTls;
import dev.serai.foundation.tls.TlsIdentity;
import dev.serai.foundation.tls.TlsPolicy;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Jetty's TLS for a certificate that is exchanged. Jetty's own {@code reload} clears ciphers and protocols for a moment in which a connection fails,
 * or gets those of the JDK; here each certificate has a factory of its own, which does not change, and one reference says which counts.
 */
final class ExchangedTls extends SslContextFactory.Server {

    private final ServerTls tls;
    private volatile SslContextFactory.Server current;

    ExchangedTls(ServerTls tls) {
        this.tls = tls;
        this.current = configured(new SslContextFactory.Server(), tls.identity());
        configured(this, tls.identity());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        current.start();
        tls.onExchange(this::take);
    }

    private void take(TlsIdentity identity) throws Exception {
        SslContextFactory.Server next = configured(new SslContextFactory.Server(), identity);
        next.start();
        current = next;
    }

    private SslContextFactory.Server configured(SslContextFactory.Server factory, TlsIdentity identity) {
        factory.setSslContext(identity.context());
        factory.setExcludeProtocols();
        factory.setIncludeProtocols(TlsPolicy.PROTOCOLS.toArray(String[]::new));
        factory.setExcludeCipherSuites();
        factory.setIncludeCipherSuites(TlsPolicy.CIPHER_SUITES.toArray(String[]::new));
        // The JDK refuses it with an alert, see TlsPolicy; Jetty would close the connection without a word.
        factory.setRenegotiationAllowed(true);
        factory.setWantClientAuth(tls.clientAuth() == ClientAuth.WANT);
        factory.setNeedClientAuth(tls.clientAuth() == ClientAuth.NEED);
        return factory;
    }

    @Override
    public SSLEngine newSSLEngine() {
        return current.newSSLEngine();
    }

    @Override
    public SSLEngine newSSLEngine(String host, int port) {
        return current.newSSLEngine(host, port);
    }

    @Override
    public SSLEngine newSSLEngine(InetSocketAddress address) {
        return current.newSSLEngine(address);
    }
}
