package dev.serai.adapter.messaging.pulsar;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.component.pulsar.PulsarProducer;
import org.apache.camel.component.pulsar.utils.message.PulsarMessageHeaders;
import org.apache.camel.spi.HeaderFilterStrategy;

/** Sends with the headers as properties, and leaves the body as it was. What cannot become bytes fails: Camel would serialise it. */
final class TopicProducer extends PulsarProducer {

    private static final HeaderFilterStrategy FILTER = new PropertyFilter();

    TopicProducer(TopicEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        WithPack.call(() -> {
            super.doStart();
            return this;
        });
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        Object before = message.getHeader(PulsarMessageHeaders.PROPERTIES_OUT);
        try {
            message.setBody(body == null ? new byte[0] : message.getMandatoryBody(byte[].class));
            message.setHeader(PulsarMessageHeaders.PROPERTIES_OUT, properties(exchange, before));
        } catch (InvalidPayloadException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return super.process(exchange, doneSync -> {
            message.setBody(body);
            restore(message, before);
            callback.done(doneSync);
        });
    }

    private static void restore(Message message, Object before) {
        if (before == null) {
            message.removeHeader(PulsarMessageHeaders.PROPERTIES_OUT);
        } else {
            message.setHeader(PulsarMessageHeaders.PROPERTIES_OUT, before);
        }
    }

    private static Map<String, String> properties(Exchange exchange, Object named) {
        Map<String, String> properties = new LinkedHashMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (isText(value) && !FILTER.applyFilterToCamelHeaders(name, value, exchange)) {
                properties.put(name, value.toString());
            }
        });
        if (named instanceof Map<?, ?> more) {
            more.forEach((name, value) -> properties.put(name.toString(), String.valueOf(value)));
        }
        return properties;
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }
}
