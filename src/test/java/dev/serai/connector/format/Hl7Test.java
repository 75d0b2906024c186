package dev.serai.connector.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Map;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Hl7Test {

    private static final String MESSAGE =
            "MSH|^~\\&|LAB|HOSPITAL|EHR|HOSPITAL|20261122101530+0100||ORU^R01|%d|P|2.5|||||DEU|%s\r"
                    + "PID|1||4711^^^HOSPITAL^MR||%s^Ada||19151210|F\r"
                    + "OBR|1|||GLU^Glucose\r"
                    + "OBX|1|NM|GLU^Glucose||%s|mg/dL|||||F\r";

    private final FormatContext formats = new FormatContext();

    @AfterEach
    void close() {
        formats.close();
    }

    @Test
    void textsDecimalsAndTimesSurviveInTheMessagesCharset() {
        Map<String, String> charsets =
                Map.of("UNICODE UTF-8", "UTF-8", "8859/15", "ISO-8859-15", "8859/1", "ISO-8859-1");
        Values values = new Values(4711);
        charsets.forEach((declared, charset) -> {
            for (int i = 0; i < 40; i++) {
                String name = values.text(charset, 20).replaceAll("[|^~\\\\&\t#\"]", "x");
                String text =
                        MESSAGE.formatted(i, declared, name, values.decimal(15).toPlainString());
                byte[] bytes = text.getBytes(Charset.forName(charset));

                Object message = formats.unmarshal("hl7", bytes, charset);

                assertThat(new String(formats.marshal("hl7", message, charset), Charset.forName(charset)))
                        .isEqualTo(text);
            }
        });
    }

    @Test
    void terserReadsAField() {
        Object message = formats.unmarshal(
                "hl7", MESSAGE.formatted(1, "", "Lovelace", "95.50").getBytes(UTF_8), "UTF-8");
        DefaultExchange exchange = new DefaultExchange(formats.camel());
        exchange.getMessage().setBody(message);

        Object seen = formats.camel()
                .resolveLanguage("hl7terser")
                .createExpression("/.PID-5-1")
                .evaluate(exchange, Object.class);

        assertThat(seen).isEqualTo("Lovelace");
    }

    @Test
    void brokenMessageIsTold() {
        assertThatThrownBy(() -> formats.unmarshal("hl7", "PID|1".getBytes(UTF_8), "UTF-8"))
                .isInstanceOf(IllegalStateException.class);
    }
}
