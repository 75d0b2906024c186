package dev.serai.adapter.messaging.nats;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.nats.NatsEndpoint;
import org.apache.camel.component.nats.NatsProducer;

/** Sends to a stream whoever waits for an answer: Camel's would take the stream's receipt for a reply to the message. */
final class JetStreamProducer extends NatsProducer {

    JetStreamProducer(NatsEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        ExchangePattern pattern = exchange.getPattern();
        exchange.setPattern(ExchangePattern.InOnly);
        return super.process(exchange, doneSync -> {
            exchange.setPattern(pattern);
            callback.done(doneSync);
        });
    }
}
