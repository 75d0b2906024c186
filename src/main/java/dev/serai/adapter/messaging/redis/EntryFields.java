package dev.serai.adapter.messaging.redis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultHeaderFilterStrategy;

/**
 * A message as the fields of an entry: one is the body, the others are headers as text. Camel's own headers stay behind on both ways.
 *
 * @param bodyField the field that is the body
 */
record EntryFields(String bodyField) {

    private static final HeaderFilterStrategy FILTER = filter();

    private static HeaderFilterStrategy filter() {
        DefaultHeaderFilterStrategy filter = new DefaultHeaderFilterStrategy();
        filter.setLowerCase(true);
        filter.setOutFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        filter.setInFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        return filter;
    }

    /** @throws InvalidPayloadException when the body cannot become bytes */
    Map<byte[], byte[]> of(Exchange exchange) throws InvalidPayloadException {
        Map<byte[], byte[]> fields = new LinkedHashMap<>();
        Message message = exchange.getMessage();
        fields.put(bytes(bodyField), message.getBody() == null ? new byte[0] : message.getMandatoryBody(byte[].class));
        message.getHeaders().forEach((name, value) -> {
            if (isText(value) && !name.equals(bodyField) && !FILTER.applyFilterToCamelHeaders(name, value, exchange)) {
                fields.put(bytes(name), bytes(value.toString()));
            }
        });
        return fields;
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    /** An entry without the body's field, which others wrote, is a map of texts. */
    void into(Message message, Map<byte[], byte[]> fields) {
        Map<String, Object> others = new LinkedHashMap<>();
        Object body = null;
        for (Map.Entry<byte[], byte[]> field : fields.entrySet()) {
            String name = text(field.getKey());
            if (name.equals(bodyField)) {
                body = field.getValue();
            } else if (!FILTER.applyFilterToExternalHeaders(name, "", message.getExchange())) {
                others.put(name, text(field.getValue()));
            }
        }
        message.setHeaders(new LinkedHashMap<>(others));
        message.setBody(body == null ? others : body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
