package dev.serai.engine.enterprise.http;

import dev.serai.foundation.tls.ServerTls;
import dev.serai.foundation.tls.TlsIdentity;
import dev.serai.foundation.tls.TlsPolicy;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSessionContext;

/**
 * Gives each new connection the certificate that counts now. Vert.x has an exchange of its own, {@code updateSSLOptions}; it drops the connections
 * that come while it builds the next context.
 */
final class ExchangedSslContext extends SslContext {

    private final ClientAuth clientAuth;
    private volatile SslContext current;

    ExchangedSslContext(ServerTls tls) {
        this.clientAuth = clientAuth(tls);
        this.current = context(tls.identity());
        tls.onExchange(identity -> current = context(identity));
    }

    private SslContext context(TlsIdentity identity) {
        return new JdkSslContext(
                identity.context(),
                false,
                TlsPolicy.CIPHER_SUITES,
                SupportedCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                clientAuth,
                TlsPolicy.PROTOCOLS.toArray(String[]::new),
                false);
    }

    private static ClientAuth clientAuth(ServerTls tls) {
        return switch (tls.clientAuth()) {
            case NONE -> ClientAuth.NONE;
            case WANT -> ClientAuth.OPTIONAL;
            case NEED -> ClientAuth.REQUIRE;
        };
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator buffers) {
        return current.newEngine(buffers);
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator buffers, String host, int port) {
        return current.newEngine(buffers, host, port);
    }

    @Override
    public boolean isClient() {
        return false;
    }

    @Override
    public List<String> cipherSuites() {
        return current.cipherSuites();
    }

    @Override
    @SuppressWarnings("deprecation") // Netty still asks for it
    public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
        return current.applicationProtocolNegotiator();
    }

    @Override
    public SSLSessionContext sessionContext() {
        return current.sessionContext();
    }
}
