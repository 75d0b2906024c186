package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.StreamCache;

/** Reads and writes JSON with its numbers as they were written: 19.90 stays 19.90. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /**
     * The body as JSON: text, bytes, streams and files are parsed; maps, lists and JSON nodes are taken as they are.
     *
     * @throws JsonProcessingException when it is no JSON
     */
    static JsonNode read(Exchange exchange) throws IOException, NoTypeConversionAvailableException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof JsonNode node) {
            return node;
        }
        if (body instanceof String text) {
            return MAPPER.readTree(text);
        }
        if (body instanceof byte[] bytes) {
            return MAPPER.readTree(bytes);
        }
        if (body == null || body instanceof Map || body instanceof Collection) {
            return MAPPER.valueToTree(body);
        }
        try (InputStream stream =
                exchange.getContext().getTypeConverter().mandatoryConvertTo(InputStream.class, exchange, body)) {
            return MAPPER.readTree(stream);
        } finally {
            if (body instanceof StreamCache cache) {
                cache.reset();
            }
        }
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    /** Maps, lists, texts, numbers (decimals as BigDecimal), booleans and null. */
    static Object plain(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }
}
