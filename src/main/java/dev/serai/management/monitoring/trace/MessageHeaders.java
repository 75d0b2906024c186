package dev.serai.management.monitoring.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Reads the trace context from a message's headers; some brokers hand them over as bytes. */
final class MessageHeaders implements TextMapGetter<Message> {

    static final MessageHeaders GETTER = new MessageHeaders();

    private MessageHeaders() {}

    @Override
    public Iterable<String> keys(Message message) {
        return message.getHeaders().keySet();
    }

    @Override
    public @Nullable String get(@Nullable Message message, String key) {
        Object value = message == null ? null : message.getHeader(key);
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        return value == null ? null : value.toString();
    }
}
