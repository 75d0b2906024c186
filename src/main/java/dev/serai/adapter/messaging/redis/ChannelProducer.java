package dev.serai.adapter.messaging.redis;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Publishes the body to those who listen. */
final class ChannelProducer extends DefaultProducer {

    /** How many listened. */
    static final String LISTENERS = "CamelRedisListeners";

    private final ChannelEndpoint endpoint;

    ChannelProducer(ChannelEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        byte[] body = message.getBody() == null ? new byte[0] : message.getMandatoryBody(byte[].class);
        message.setHeader(LISTENERS, endpoint.connection().send(redis -> redis.publish(endpoint.channel(), body)));
    }
}
