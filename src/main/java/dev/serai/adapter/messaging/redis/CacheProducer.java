package dev.serai.adapter.messaging.redis;

import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import redis.clients.jedis.params.SetParams;

/** Gets, puts and removes one value. */
final class CacheProducer extends DefaultProducer {

    /** Whether there was a value before. */
    static final String HIT = "CamelRedisHit";

    private final CacheEndpoint endpoint;
    private final Expression key;

    CacheProducer(CacheEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.key = endpoint.getCamelContext().resolveLanguage("simple").createExpression(endpoint.getKey());
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        byte[] full = key(exchange);
        switch (endpoint.operation()) {
            case GET -> get(full, exchange.getMessage());
            case PUT -> put(full, exchange.getMessage(), new SetParams());
            case ADD -> put(full, exchange.getMessage(), new SetParams().nx());
            case REMOVE ->
                exchange.getMessage().setHeader(HIT, endpoint.connection().send(redis -> redis.del(full)) > 0);
        }
    }

    private byte[] key(Exchange exchange) {
        String text = key.evaluate(exchange, String.class);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException(
                    endpoint.getEndpointUri() + ": the key is empty; expected that the message has what it is made of");
        }
        return EntryFields.bytes(endpoint.prefix() + ":" + text);
    }

    private void get(byte[] full, Message message) {
        byte[] value = endpoint.connection().send(redis -> redis.get(full));
        message.setHeader(HIT, value != null);
        if (value != null) {
            message.setBody(value);
        }
    }

    private void put(byte[] full, Message message, SetParams params) throws Exception {
        byte[] value = message.getBody() == null ? new byte[0] : message.getMandatoryBody(byte[].class);
        if (!endpoint.getTtl().isZero()) {
            params.px(endpoint.getTtl().toMillis());
        }
        String answer = endpoint.connection().send(redis -> redis.set(full, value, params));
        message.setHeader(HIT, answer == null);
    }
}
