package dev.serai.adapter.messaging.jms;

import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** The JMS connections that all integrations share; a broken one is replaced when it is next asked for. */
public final class PooledConnections extends JmsPoolConnectionFactory implements AutoCloseable {

    @Override
    public void close() {
        stop();
    }
}
