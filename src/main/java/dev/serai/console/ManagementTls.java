package dev.serai.console;

import dev.serai.foundation.tls.ServerTls;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;

/** A port's certificate in the words of Jetty. */
final class ManagementTls {

    private ManagementTls() {}

    /** TLS before HTTP; each new certificate is given to new connections, open ones keep theirs. */
    static ConnectionFactory[] before(HttpConfiguration http, ServerTls tls) {
        // The port is reached by other names than the certificate has: by an address, through a tunnel, by the command
        // line.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ConnectionFactory[] {
            new SslConnectionFactory(new ExchangedTls(tls), HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(http)
        };
    }
}
