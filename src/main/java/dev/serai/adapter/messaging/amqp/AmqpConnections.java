package dev.serai.adapter.messaging.amqp;

import dev.serai.foundation.tls.ClientTls;
import java.security.GeneralSecurityException;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Makes AMQP connections that speak TLS as the connection's PEM files say. */
public final class AmqpConnections extends JmsConnectionFactory {

    /** Used where the URL begins with amqps. */
    public void setTls(ClientTls tls) throws GeneralSecurityException {
        setSslContext(tls.context());
    }
}
