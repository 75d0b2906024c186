package dev.serai.adapter.messaging.nats;

import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the library would print, told once where it matters: a message that failed says so itself. */
record NatsErrors(String connection) implements ErrorListener {

    private static final Logger LOG = LoggerFactory.getLogger(NatsErrors.class);

    @Override
    public void errorOccurred(Connection from, String error) {
        LOG.warn("connection {}: the server answers with \"{}\"", connection, error);
    }

    @Override
    public void exceptionOccurred(Connection from, Exception failure) {
        LOG.debug("connection {}", connection, failure);
    }

    @Override
    public void slowConsumerDetected(Connection from, Consumer consumer) {
        LOG.warn("connection {}: messages come faster than they are processed, and core NATS drops them", connection);
    }
}
