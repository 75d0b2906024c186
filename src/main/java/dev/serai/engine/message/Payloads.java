package dev.serai.engine.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** Turns bodies into payloads and back. */
public final class Payloads {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Payloads() {}

    /**
     * The body as it is now; a cached stream can be read again afterwards.
     *
     * @throws UnsupportedBodyException when it is neither text, bytes nor JSON-able, or a batch of exchanges, which its source keeps
     */
    public static Payload of(Exchange exchange) {
        return of(exchange.getMessage().getBody(), exchange);
    }

    /** As {@link #of(Exchange)}, for any body; the exchange lends its type converters. */
    public static Payload of(@Nullable Object body, Exchange exchange) {
        if (body == null) {
            return Payload.NOTHING;
        }
        if (body instanceof CharSequence text) {
            return new Payload(PayloadType.TEXT, text.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (body instanceof byte[] bytes) {
            return new Payload(PayloadType.BYTES, bytes);
        }
        if (body instanceof StreamCache cache) {
            return new Payload(PayloadType.BYTES, bytes(cache));
        }
        if (body instanceof Collection<?> batch && batch.stream().anyMatch(Exchange.class::isInstance)) {
            throw unsupported(body);
        }
        if (isText(body)) {
            return new Payload(
                    PayloadType.TEXT, converted(body, String.class, exchange).getBytes(StandardCharsets.UTF_8));
        }
        return isBinary(body)
                ? new Payload(PayloadType.BYTES, converted(body, byte[].class, exchange))
                : new Payload(PayloadType.JSON, json(body));
    }

    private static boolean isText(Object body) {
        return body instanceof Reader || body instanceof org.w3c.dom.Node || body instanceof javax.xml.transform.Source;
    }

    private static boolean isBinary(Object body) {
        return body instanceof InputStream
                || body instanceof WrappedFile<?>
                || body instanceof File
                || body instanceof Path
                || body instanceof ByteBuffer;
    }

    private static byte[] bytes(StreamCache cache) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            cache.reset();
            cache.writeTo(bytes);
            cache.reset();
        } catch (IOException e) {
            throw new UnsupportedBodyException("the body is a stream that cannot be read: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private static <T> T converted(Object body, Class<T> type, Exchange exchange) {
        try {
            return exchange.getContext().getTypeConverter().mandatoryConvertTo(type, exchange, body);
        } catch (Exception e) {
            throw unsupported(body, e);
        }
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw unsupported(body, e);
        }
    }

    private static UnsupportedBodyException unsupported(Object batch) {
        return new UnsupportedBodyException("the body is a " + batch.getClass().getName()
                + " of exchanges, expected text, bytes, a map, a list or an object with JSON properties; the batch stays"
                + " at its source and is received again");
    }

    private static UnsupportedBodyException unsupported(Object body, Exception cause) {
        return new UnsupportedBodyException(
                "the body is a " + body.getClass().getName()
                        + ", expected text, bytes, a map, a list or an object with JSON properties; marshal it first, such as"
                        + " marshal: { json: {} }",
                cause);
    }

    /** The body that a route works with again. */
    public static @Nullable Object body(Payload payload) {
        return switch (payload.type()) {
            case NONE -> null;
            case TEXT -> new String(payload.bytes(), StandardCharsets.UTF_8);
            case BYTES -> payload.bytes();
            case JSON -> parse(payload.bytes());
        };
    }

    private static Object parse(byte[] json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (IOException e) {
            throw new IllegalStateException("a kept body is not the JSON it was written as", e);
        }
    }
}
