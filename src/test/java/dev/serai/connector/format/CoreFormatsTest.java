package dev.serai.connector.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON, XML, CSV and YAML, which the core has. */
class CoreFormatsTest {

    private static final int ROWS = 200;

    private final FormatContext formats = new FormatContext();
    private final Values values = new Values(4711);

    @AfterEach
    void close() {
        formats.close();
    }

    /** Dates and times travel as text in ISO 8601 in all of these. */
    private List<Map<String, Object>> rows(String charset, boolean decimals) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("text", values.text(charset, 30));
            BigDecimal price = values.decimal(30);
            row.put("price", decimals ? price : price.toPlainString());
            row.put("at", values.time().toString());
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-15", "windows-1252"})
    void csvKeepsEverythingInEachCharset(String charset) {
        List<Map<String, Object>> rows = rows(charset, false);
        String format = "csv?useMaps=true&recordSeparator=\n&quoteMode=ALL";
        List<List<Object>> lines = new ArrayList<>(List.of(List.of("text", "price", "at")));
        rows.forEach(row -> lines.add(List.copyOf(row.values())));

        byte[] bytes = formats.marshal("csv?quoteMode=ALL", lines, charset);

        assertThat(new String(bytes, Charset.forName(charset)))
                .contains((String) rows.get(0).get("price"));
        assertThat(formats.unmarshal(format.split("&")[0], bytes, charset)).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32"})
    void jsonKeepsEveryDigitInEachCharset(String charset) {
        List<Map<String, Object>> rows = rows(charset, true);
        String decimals = "jackson?enableFeatures=USE_BIG_DECIMAL_FOR_FLOATS";

        String json = new String(formats.marshal("jackson", rows, "UTF-8"), UTF_8);
        byte[] bytes = json.getBytes(Charset.forName(charset));

        assertThat(numbers(formats.unmarshal(decimals + "&unmarshalType=java.util.List", bytes, charset)))
                .isEqualTo(numbers(rows));
    }

    /** A whole number comes back as the smallest type that holds it. */
    private static Object numbers(Object rows) {
        List<Object> all = new ArrayList<>();
        ((List<?>) rows).forEach(row -> {
            Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) row);
            copy.compute("price", (name, price) -> new BigDecimal(String.valueOf(price)));
            all.add(copy);
        });
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-15", "windows-1252"})
    void xmlKeepsEverythingInEachCharset(String charset) {
        List<Map<String, Object>> rows = rows(charset, false);
        for (Map<String, Object> row : rows) {
            byte[] bytes = ("<?xml version='1.0' encoding='" + charset + "'?><row><text>" + escaped(row)
                            + "</text><price>" + row.get("price") + "</price><at>" + row.get("at") + "</at></row>")
                    .getBytes(Charset.forName(charset));

            assertThat(formats.unmarshal("jacksonXml?unmarshalType=java.util.Map", bytes, charset))
                    .isEqualTo(row);
        }
    }

    private static String escaped(Map<String, Object> row) {
        return String.valueOf(row.get("text"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Test
    void yamlKeepsTexts() {
        List<Map<String, Object>> rows = rows("UTF-8", false);

        byte[] bytes = formats.marshal("snakeYaml", rows, "UTF-8");

        assertThat(formats.unmarshal("snakeYaml", bytes, "UTF-8")).isEqualTo(rows);
    }
}
