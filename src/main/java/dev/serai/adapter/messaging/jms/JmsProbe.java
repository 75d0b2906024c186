package dev.serai.adapter.messaging.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Logs in to the broker and opens a session, on a connection of its own that ends with the question. */
public final class JmsProbe implements Callable<String> {

    private @Nullable ConnectionFactory factory;

    /** The broker's own factory, not the pool. */
    public void setFactory(ConnectionFactory factory) {
        this.factory = factory;
    }

    /** @throws JMSException when the broker cannot be reached, or refuses the login */
    @Override
    public String call() throws JMSException {
        if (factory == null) {
            throw new IllegalStateException("the probe was given no connection factory");
        }
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            return connection.getMetaData().getJMSProviderName();
        }
    }
}
