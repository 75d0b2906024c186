package dev.serai.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProtobufTest {

    private final FormatContext formats = new FormatContext();

    @AfterEach
    void close() {
        formats.close();
    }

    @Test
    void textsDecimalsAndTimesSurviveByASchema() throws Exception {
        Object resolver = formats.camel()
                .getApplicationContextClassLoader()
                .loadClass("dev.serai.adapter.enterprise.protobuf.ProtobufSchemaFile")
                .getDeclaredConstructor()
                .newInstance();
        resolver.getClass()
                .getMethod("setFile", String.class)
                .invoke(
                        resolver,
                        Path.of("connectors/protobuf/sample/orders/order.proto")
                                .toUri()
                                .toString());
        assertThat(resolver.getClass().getClassLoader().getName()).isEqualTo("pack protobuf");
        formats.bind("orders-schema", resolver);
        Values values = new Values(4711);
        for (int i = 0; i < 300; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("text", values.text("UTF-8", 30));
            row.put("price", values.decimal(30).toString());
            row.put("at", values.time().toString());
            row.put("quantity", (long) Integer.MAX_VALUE + i);

            byte[] bytes = formats.marshal("protobufJackson?schemaResolver=#orders-schema", row, "UTF-8");

            assertThat(formats.unmarshal(
                            "protobufJackson?schemaResolver=#orders-schema&unmarshalType=java.util.Map",
                            bytes,
                            "UTF-8"))
                    .isEqualTo(row);
        }
    }
}
