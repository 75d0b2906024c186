package dev.serai.adapter.messaging.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Session;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.messaginghub.pooled.jms.pool.PooledConnection;
import org.messaginghub.pooled.jms.pool.PooledSessionKey;

/** The JMS connections that all integrations share; a broken one is replaced when it is next asked for. */
public final class PooledConnections extends JmsPoolConnectionFactory implements AutoCloseable {

    /** The broker's client starts threads for it: they must not keep hold of the integration that happened to ask first. */
    @Override
    public Connection createConnection() throws JMSException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(getConnectionFactory().getClass().getClassLoader());
        try {
            return super.createConnection();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One that broke before the pool listened to it would be handed out for ever, as nobody is told again: it is asked once more. */
    @Override
    protected PooledConnection createPooledConnection(Connection connection) {
        PooledConnection pooled = new SparingConnection(connection);
        try {
            connection.createSession(false, Session.AUTO_ACKNOWLEDGE).close();
        } catch (JMSException e) {
            pooled.close();
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
        return pooled;
    }

    private static final class SparingConnection extends PooledConnection {

        SparingConnection(Connection connection) {
            super(connection);
        }

        @Override
        protected Session makeSession(PooledSessionKey key) throws JMSException {
            Session made = super.makeSession(key);
            return key.isTransacted() ? SparingSession.of(made) : made;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
