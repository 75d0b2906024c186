package dev.serai.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedWidthTest {

    private static final Path MAPPING = Path.of("connectors/fixed-width/sample/payments/payments.xml");

    private final FormatContext formats = new FormatContext();

    @AfterEach
    void close() {
        formats.close();
    }

    private static String format(String charset) {
        return "beanio?streamName=payments&mapping=" + MAPPING.toUri() + "&encoding=" + charset;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "ISO-8859-15", "windows-1252"})
    void textsDecimalsAndDatesSurvive(String charset) {
        Values values = new Values(4711);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("account", String.valueOf(10_000_000 + i));
            row.put("name", values.text(charset, 20));
            row.put("amount", values.decimal(9).setScale(2, RoundingMode.DOWN));
            row.put("due", java.sql.Date.valueOf(values.date()).toString());
            rows.add(row);
        }

        byte[] bytes = formats.marshal(format(charset), rows, charset);

        String first =
                new String(bytes, Charset.forName(charset)).lines().findFirst().orElseThrow();
        assertThat(first).hasSizeGreaterThanOrEqualTo(62);
        assertThat(formats.unmarshal(format(charset), bytes, charset)).isEqualTo(rows);
    }

    @Test
    void lineThatDoesNotFitIsToldWithItsNumberAndField() {
        String line = "10000001" + "%-30s".formatted("Ada") + "%14s".formatted("12,50") + "2026-11-22";

        assertThatThrownBy(() -> formats.unmarshal(format("UTF-8"), line.getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .hasStackTraceContaining("at line 1")
                .hasStackTraceContaining("amount");
    }
}
