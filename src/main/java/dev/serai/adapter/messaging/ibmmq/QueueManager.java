package dev.serai.adapter.messaging.ibmmq;

import com.ibm.mq.jakarta.jms.MQConnectionFactory;
import dev.serai.foundation.tls.ClientTls;
import jakarta.jms.JMSException;
import java.security.GeneralSecurityException;

/** Makes connections to a queue manager that speak TLS as the connection's PEM files say. */
public final class QueueManager extends MQConnectionFactory {

    private static final long serialVersionUID = 1;

    /** CipherSpec of the channel; one whose name begins with a star lets both sides agree. */
    public void setCipher(String cipher) throws JMSException {
        setSSLCipherSuite(cipher);
    }

    /** Used where a cipher is set. */
    public void setTls(ClientTls tls) throws GeneralSecurityException {
        setSSLSocketFactory(tls.context().getSocketFactory());
    }
}
