package dev.serai.adapter.legacy.copybook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.serai.adapter.legacy.copybook.record.RecordException;
import dev.serai.adapter.legacy.copybook.record.RecordWriter;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.BaseStream;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** What a message's body can be: a file to read, or records to write. */
final class Bodies {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(Object.class);

    private Bodies() {}

    /** A body as the bytes of a file; a local file is opened itself, and a text is taken to be in the copybook's charset. */
    static InputStream bytes(Exchange exchange, Object body, RecordFormat format)
            throws IOException, NoTypeConversionAvailableException {
        if (body instanceof InputStream stream) {
            return stream;
        }
        if (body instanceof byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }
        if (body instanceof CharSequence text) {
            return new ByteArrayInputStream(format.encode(text.toString()));
        }
        if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
            return Files.newInputStream(file.toPath());
        }
        if (body instanceof File file) {
            return Files.newInputStream(file.toPath());
        }
        if (body instanceof Path path) {
            return Files.newInputStream(path);
        }
        return exchange.getContext().getTypeConverter().mandatoryConvertTo(InputStream.class, exchange, body);
    }

    /** Writes all records of a body, one after the other. */
    static void write(Exchange exchange, @Nullable Object body, RecordWriter writer) throws Exception {
        if (body == null) {
            throw RecordException.noRecord(1, "no body");
        }
        if (body instanceof Map<?, ?> record) {
            writer.write(record);
        } else if (body instanceof InputStream || !(body instanceof Iterator || isSeveral(body))) {
            json(exchange, body, writer);
        } else {
            each(iterator(body), writer);
            if (body instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
        writer.finish();
    }

    private static boolean isSeveral(Object body) {
        return body instanceof Object[]
                || body instanceof BaseStream
                || body instanceof Iterable && !(body instanceof JsonNode || body instanceof Path);
    }

    private static Iterator<?> iterator(Object body) {
        if (body instanceof Iterator<?> iterator) {
            return iterator;
        }
        if (body instanceof BaseStream<?, ?> stream) {
            return stream.iterator();
        }
        return body instanceof Object[] array ? Arrays.asList(array).iterator() : ((Iterable<?>) body).iterator();
    }

    private static void each(Iterator<?> records, RecordWriter writer) throws IOException {
        for (long number = 1; records.hasNext(); number++) {
            record(records.next(), number, writer);
        }
    }

    private static void record(@Nullable Object record, long number, RecordWriter writer) throws IOException {
        if (record instanceof Map<?, ?> values) {
            writer.write(values);
        } else if (record instanceof JsonNode node && node.isObject()) {
            writer.write(JSON.readValue(JSON.treeAsTokens(node), Map.class));
        } else {
            String seen = record == null
                    ? "null"
                    : record instanceof List
                            ? "a list"
                            : "a " + record.getClass().getSimpleName();
            throw RecordException.noRecord(number, seen);
        }
    }

    /** An array of objects, objects one after the other, or one object; none of them is in memory as a whole but the one at hand. */
    private static void json(Exchange exchange, Object body, RecordWriter writer) throws Exception {
        try (MappingIterator<Object> records = values(exchange, body)) {
            for (long number = 1; records.hasNextValue(); number++) {
                record(records.nextValue(), number, writer);
            }
        }
    }

    private static MappingIterator<Object> values(Exchange exchange, Object body) throws Exception {
        if (body instanceof CharSequence text) {
            return JSON.readValues(text.toString());
        }
        if (body instanceof JsonNode node) {
            return JSON.readValues(node.toString());
        }
        if (body instanceof byte[] bytes) {
            return JSON.readValues(bytes);
        }
        InputStream stream = body instanceof InputStream given
                ? given
                : exchange.getContext().getTypeConverter().mandatoryConvertTo(InputStream.class, exchange, body);
        return JSON.readValues(stream);
    }
}
