package dev.serai.connector.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EdiTest {

    private static final String X12 = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
            + "*261122*1015*^*00501*000000001*0*P*:~GS*PO*SENDER*RECEIVER*20261122*1015*1*X*005010~ST*850*0001~"
            + "BEG*00*SA*4711**20261122~PO1*1*10*EA*19.90**BP*A:B~SE*4*0001~GE*1*1~IEA*1*000000001~";
    private static final String EDIFACT = "UNB+%s+SENDER+RECEIVER+%s:1015+1'UNH+1+ORDERS:D:96A:UN'"
            + "BGM+220+4711+9'FTX+AAI+++%s'MOA+79:%s'UNT+5+1'UNZ+1+1'";

    private final FormatContext formats = new FormatContext();

    @AfterEach
    void close() {
        formats.close();
    }

    @Test
    void formatComesFromItsPack() {
        assertThat(formats.camel()
                        .resolveDataFormat("edi")
                        .getClass()
                        .getClassLoader()
                        .getName())
                .isEqualTo("pack edi");
    }

    @Test
    void x12BecomesXmlAndBack() {
        Object xml = formats.unmarshal("edi", X12.getBytes(UTF_8), "UTF-8");

        assertThat(xml).asString().contains("<e:PO104>19.90</e:PO104>");
        assertThat(new String(formats.marshal("edi", xml, "UTF-8"), UTF_8)).isEqualTo(X12);
    }

    @Test
    void interchangeBecomesJson() {
        assertThat(formats.unmarshal("edi?form=json", X12.getBytes(UTF_8), "UTF-8"))
                .asString()
                .contains("\"name\":\"PO1\"", "\"19.90\"");
    }

    @Test
    void charactersAndDecimalsOfEachSyntaxIdentifierSurvive() {
        Map<String, String> identifiers = Map.of(
                "UNOC:3",
                "ISO-8859-1",
                "UNOD:3",
                "ISO-8859-2",
                "UNOE:3",
                "ISO-8859-5",
                "UNOF:3",
                "ISO-8859-7",
                "UNOY:4",
                "UTF-8");
        Values values = new Values(4711);
        identifiers.forEach((identifier, charset) -> {
            for (int i = 0; i < 40; i++) {
                String text = escaped(values.text(charset, 30));
                byte[] bytes = edifact(identifier, text, values.decimal(15).toPlainString())
                        .getBytes(Charset.forName(charset));

                Object xml = formats.unmarshal("edi", bytes, "UTF-8");

                assertThat(formats.marshal("edi", xml, "UTF-8")).isEqualTo(bytes);
            }
        });
    }

    private static String edifact(String identifier, String text, String amount) {
        return EDIFACT.formatted(identifier, identifier.endsWith("4") ? "20261122" : "261122", text, amount);
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "x")
                .replaceAll("[?+:']", "?$0")
                .replace("\t", " ");
    }

    @Test
    void characterThatTheCharsetHasNotIsToldInPlaceOfLost() {
        Object xml = formats.unmarshal("edi", edifact("UNOC:3", "x", "1").getBytes(UTF_8), "UTF-8");
        String euro = xml.toString().replace(">x<", ">€<");

        assertThatThrownBy(() -> formats.marshal("edi", euro, "UTF-8"))
                .hasStackTraceContaining(
                        "the interchange holds characters that ISO-8859-1 has not; name another syntax identifier in UNB, or set charset");
    }

    @Test
    void brokenInterchangeIsToldWithItsPlace() {
        assertThatThrownBy(() ->
                        formats.unmarshal("edi", X12.replace("SE*4*", "SE*9*").getBytes(UTF_8), "UTF-8"))
                .hasStackTraceContaining("the interchange cannot be read: segment 6 (SE), element 1: ");
    }
}
