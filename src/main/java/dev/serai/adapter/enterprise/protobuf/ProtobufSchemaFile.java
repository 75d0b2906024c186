package dev.serai.adapter.enterprise.protobuf;

import com.fasterxml.jackson.core.FormatSchema;
import com.fasterxml.jackson.dataformat.protobuf.schema.ProtobufSchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.component.jackson.SchemaResolver;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/** The schema in a file, such as {@code classpath:order.proto}, for protobufJackson; it is read with the first message. */
public final class ProtobufSchemaFile implements SchemaResolver {

    private String file = "";
    private volatile @Nullable FormatSchema schema;

    /** Where the schema lies; {@code classpath:} is the integration's folder. */
    public void setFile(String file) {
        this.file = file;
    }

    public String getFile() {
        return file;
    }

    @Override
    public FormatSchema resolve(Exchange exchange) {
        FormatSchema known = schema;
        if (known == null) {
            known = read(exchange);
            schema = known;
        }
        return known;
    }

    private FormatSchema read(Exchange exchange) {
        try (InputStream stream = ResourceHelper.resolveMandatoryResourceAsInputStream(exchange.getContext(), file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return ProtobufSchemaLoader.std.parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
