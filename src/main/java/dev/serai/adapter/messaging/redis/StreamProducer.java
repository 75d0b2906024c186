package dev.serai.adapter.messaging.redis;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import redis.clients.jedis.params.XAddParams;

/** Appends a message to a stream. */
final class StreamProducer extends DefaultProducer {

    /** The identifier that Redis gave the entry. */
    static final String ID = "CamelRedisId";

    private final StreamEndpoint endpoint;

    StreamProducer(StreamEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        byte[] stream = EntryFields.bytes(endpoint.stream());
        Map<byte[], byte[]> fields = endpoint.fields().of(exchange);
        byte[] id = endpoint.connection().send(redis -> redis.xadd(stream, params(), fields));
        exchange.getMessage().setHeader(ID, new String(id, StandardCharsets.US_ASCII));
    }

    private XAddParams params() {
        XAddParams params = new XAddParams();
        return endpoint.getMaxLength() > 0
                ? params.maxLen(endpoint.getMaxLength()).approximateTrimming()
                : params;
    }
}
