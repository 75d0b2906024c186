package dev.serai.adapter.messaging.nats;

import io.nats.client.Connection;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.component.nats.NatsConfiguration;
import org.apache.camel.component.nats.NatsEndpoint;
import org.apache.camel.component.nats.NatsProducer;

/**
 * Sends what Camel's producer cannot: nothing at all, headers beyond ASCII, and to a stream although somebody waits for an answer, where
 * Camel would take the stream's receipt for a reply. The exchange goes on as it came.
 */
final class SharedNatsProducer extends NatsProducer {

    SharedNatsProducer(NatsEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        if (isAway()) {
            exchange.setException(away());
            callback.done(true);
            return true;
        }
        Message message = exchange.getMessage();
        ExchangePattern pattern = exchange.getPattern();
        boolean empty = message.getBody() == null;
        Map<String, Object> foreign = foreign(message);
        foreign.forEach((name, value) -> message.setHeader(name, EncodedWords.encode(value.toString())));
        if (empty) {
            message.setBody(new byte[0]);
        }
        if (getEndpoint().getConfiguration().isJetstreamEnabled()) {
            exchange.setPattern(ExchangePattern.InOnly);
        }
        boolean replied = exchange.getPattern().isOutCapable();
        return super.process(exchange, doneSync -> {
            exchange.setPattern(pattern);
            foreign.forEach(message::setHeader);
            if (empty && !replied) {
                message.setBody(null);
            }
            callback.done(doneSync);
        });
    }

    /** The client would keep the message for when the server is back, and tell after seconds that nobody answered: it could go twice. */
    private boolean isAway() {
        Connection connection = getEndpoint().getConfiguration().getConnection();
        return connection != null && connection.getStatus() != Connection.Status.CONNECTED;
    }

    private IOException away() {
        NatsConfiguration options = getEndpoint().getConfiguration();
        return new IOException("none of the NATS servers " + options.getServers() + " answers, the connection is "
                + options.getConnection().getStatus() + "; nothing was sent to " + options.getTopic()
                + ", it can be sent again when a server is back");
    }

    private static Map<String, Object> foreign(Message message) {
        Map<String, Object> foreign = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (value instanceof CharSequence text && !EncodedWords.isPlain(text)) {
                foreign.put(name, value);
            }
        });
        return foreign;
    }
}
