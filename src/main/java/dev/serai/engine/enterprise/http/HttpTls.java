package dev.serai.engine.enterprise.http;

import dev.serai.foundation.tls.ServerTls;
import dev.serai.foundation.tls.TlsPolicy;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import java.util.LinkedHashSet;

/** A port's certificate in the words of Vert.x. Only HTTP/1.1 is offered: the checks at the edge are made for it. */
final class HttpTls extends SSLEngineOptions {

    private final SslContext context;

    private HttpTls(SslContext context) {
        this.context = context;
    }

    /** Lets a server that is yet to be made speak TLS. */
    static void prepare(HttpServerOptions options, ServerTls tls) {
        options.setSsl(true)
                .setUseAlpn(false)
                .setClientAuth(clientAuth(tls))
                .setEnabledSecureTransportProtocols(new LinkedHashSet<>(TlsPolicy.PROTOCOLS))
                .setSslEngineOptions(new HttpTls(new ExchangedSslContext(tls)))
                .setKeyCertOptions(KeyCertOptions.wrap(tls.identity().keyManagers()));
    }

    /** Vert.x sets it on each connection again. */
    private static io.vertx.core.http.ClientAuth clientAuth(ServerTls tls) {
        return switch (tls.clientAuth()) {
            case NONE -> io.vertx.core.http.ClientAuth.NONE;
            case WANT -> io.vertx.core.http.ClientAuth.REQUEST;
            case NEED -> io.vertx.core.http.ClientAuth.REQUIRED;
        };
    }

    @Override
    public SSLEngineOptions copy() {
        return this;
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return () -> context;
    }
}
