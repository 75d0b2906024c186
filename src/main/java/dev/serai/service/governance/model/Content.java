package dev.serai.service.governance.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** The body of a message as rules see it. Nothing is taken away from the route: a stream is read only where it can be read again. */
public final class Content {

    /** Larger bodies are not looked into. */
    static final long LARGEST = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Content() {}

    /** Bytes of the body; -1 for a stream whose length nobody tells. */
    public static long size(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body == null) {
            return 0;
        }
        if (body instanceof CharSequence text) {
            return utf8Length(text);
        }
        if (body instanceof byte[] bytes) {
            return bytes.length;
        }
        if (body instanceof StreamCache cache) {
            return cache.length();
        }
        Object file = body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
        return file instanceof File known ? known.length() : announced(exchange, body);
    }

    private static long announced(Exchange exchange, Object body) {
        if (body instanceof Map<?, ?> || body instanceof List<?>) {
            return text(exchange).length();
        }
        Long length = exchange.getMessage().getHeader("Content-Length", Long.class);
        return length == null ? -1 : length;
    }

    private static long utf8Length(CharSequence text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char seen = text.charAt(i);
            if (seen > 0x7F) {
                length += seen > 0x7FF && !Character.isSurrogate(seen) ? 2 : 1;
            }
        }
        return length;
    }

    /** The body as text; empty when it is none, cannot be read twice, or is too large. */
    public static String text(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof CharSequence text) {
            return text.length() <= LARGEST ? text.toString() : "";
        }
        if (body instanceof byte[] bytes) {
            return bytes.length <= LARGEST ? new String(bytes, StandardCharsets.UTF_8) : "";
        }
        if (body instanceof StreamCache cache && cache.length() <= LARGEST) {
            return cached(exchange, cache);
        }
        return body instanceof Map<?, ?> || body instanceof List<?> ? json(body) : "";
    }

    private static String cached(Exchange exchange, StreamCache cache) {
        cache.reset();
        String text = exchange.getContext().getTypeConverter().convertTo(String.class, exchange, cache);
        cache.reset();
        return text == null ? "" : text;
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    /** The body as maps, lists, texts, numbers and truths; null when it is no JSON. */
    public static @Nullable Object tree(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return body instanceof Map<?, ?> || body instanceof List<?> ? plain(body) : parsed(text(exchange));
    }

    /** A text as a tree; null when it is no JSON object or array. */
    static @Nullable Object parsed(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return null;
        }
        try {
            return plain(JSON.readValue(stripped, Object.class));
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /** In the kinds of numbers that rules know; what is null is left out. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, one) -> put(plain, String.valueOf(key), plain(one)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.stream().map(Content::plain).filter(one -> one != null).forEach(plain::add);
            return plain;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof Float || value instanceof BigDecimal || value instanceof java.math.BigInteger
                ? ((Number) value).doubleValue()
                : value instanceof CharSequence
                                || value instanceof Long
                                || value instanceof Double
                                || value instanceof Boolean
                                || value == null
                        ? value
                        : String.valueOf(value);
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
