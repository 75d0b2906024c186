package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message's body, frozen when it arrived.
 *
 * @param text as text
 * @param json as JSON, when it is an object or array or was a Java value that maps to JSON
 */
record Content(String text, @Nullable JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static final Content NONE = new Content("", null);

    /** A text, which may be JSON. */
    static Content ofText(String text) {
        return new Content(text, container(text));
    }

    /** A Java object: a map, a list of rows, a bean, a number. */
    static Content ofObject(Object value) {
        try {
            JsonNode json = JSON.valueToTree(value);
            return new Content(json.isTextual() ? json.textValue() : json.toString(), json);
        } catch (IllegalArgumentException e) {
            return new Content(String.valueOf(value), null);
        }
    }

    /** A message's body as a test gives it: text, bytes or a Java object. */
    static Content of(@Nullable Object value) {
        if (value == null) {
            return NONE;
        }
        if (value instanceof byte[] bytes) {
            return ofText(new String(bytes, StandardCharsets.UTF_8));
        }
        return value instanceof CharSequence ? ofText(value.toString()) : ofObject(value);
    }

    /** As JSON, a plain text being a JSON string. */
    JsonNode value() {
        return json != null ? json : TextNode.valueOf(text);
    }

    static Object toJava(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }

    private static @Nullable JsonNode container(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return null;
        }
        try {
            return JSON.readTree(stripped);
        } catch (JsonProcessingException e) {
            return null; // a text that only looks like JSON is compared as text
        }
    }
}
