package dev.serai.adapter.messaging.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

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

    @Override
    public void close() {
        stop();
    }
}
