package dev.serai.adapter.messaging.pulsar;

import dev.serai.foundation.ContextLoader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.component.pulsar.PulsarProducer;
import org.apache.camel.component.pulsar.utils.message.PulsarMessageHeaders;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Sends with the headers as properties, and leaves the body as it was. What cannot become bytes fails: Camel would serialise it. It connects
 * with its first message, so brokers that are away keep no integration from starting.
 */
final class TopicProducer extends PulsarProducer {

    private static final HeaderFilterStrategy FILTER = new PropertyFilter();

    private final AtomicReference<CompletableFuture<TopicProducer>> connecting = new AtomicReference<>();

    TopicProducer(TopicEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() {
        connecting.set(null);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        connecting.set(null);
    }

    /** One message asks, for all that come meanwhile: or else each would wait for its own time-out after those of all before it. */
    private void connect() throws Exception {
        CompletableFuture<TopicProducer> own = new CompletableFuture<>();
        CompletableFuture<TopicProducer> asked = connecting.compareAndExchange(null, own);
        if (asked != null) {
            answer(asked);
            return;
        }
        try {
            own.complete(ContextLoader.of(TopicProducer.class, this::connected));
        } catch (Exception e) {
            connecting.compareAndSet(own, null);
            own.completeExceptionally(e);
            throw e;
        }
    }

    private TopicProducer connected() throws Exception {
        super.doStart();
        return this;
    }

    private static void answer(CompletableFuture<TopicProducer> asked) throws Exception {
        try {
            asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            connect();
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return send(exchange, callback);
    }

    private boolean send(Exchange exchange, AsyncCallback callback) {
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
