package dev.serai.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelTest {

    private final FormatContext formats = new FormatContext();

    @AfterEach
    void close() {
        formats.close();
    }

    @Test
    void formatComesFromItsPack() {
        assertThat(formats.camel()
                        .resolveDataFormat("excel")
                        .getClass()
                        .getClassLoader()
                        .getName())
                .isEqualTo("pack excel");
    }

    @Test
    void textsDecimalsAndDatesSurvive() {
        Values values = new Values(4711);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("text", values.text("UTF-8", 40));
            row.put("price", values.decimal(15));
            row.put("paid", values.truth());
            row.put("due", values.date());
            row.put("at", values.time().toString());
            rows.add(row);
        }

        Object read = formats.unmarshal("excel", formats.marshal("excel?sheet=Größen", rows, "UTF-8"), "UTF-8");

        rows.forEach(row -> row.compute("due", (name, date) -> String.valueOf(date)));
        assertThat(read).isEqualTo(rows);
    }

    @Test
    void numberThatExcelWouldCutIsWrittenAsText() {
        BigDecimal account = new BigDecimal("1234567890123456.78");

        Object read = formats.unmarshal(
                "excel", formats.marshal("excel", List.of(Map.of("account", account)), "UTF-8"), "UTF-8");

        assertThat(read).isEqualTo(List.of(Map.of("account", "1234567890123456.78")));
    }

    @Test
    void timesAreRead() {
        LocalDateTime at = LocalDateTime.of(2026, 3, 29, 2, 30, 15, 123_000_000);

        Object read = formats.unmarshal("excel", formats.marshal("excel", List.of(Map.of("at", at)), "UTF-8"), "UTF-8");

        assertThat(read).isEqualTo(List.of(Map.of("at", "2026-03-29T02:30:15.123")));
    }

    @Test
    void withoutHeaderRowsAreLists() {
        byte[] book = formats.marshal("excel?header=false", List.of(List.of("a", 1), List.of("b", 2)), "UTF-8");

        assertThat(formats.unmarshal("excel?header=false", book, "UTF-8"))
                .isEqualTo(List.of(List.of("a", new BigDecimal(1)), List.of("b", new BigDecimal(2))));
    }

    @Test
    void lazyRowsOfAFileAreReadOneByOne(@TempDir Path folder) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add(Map.of("n", new BigDecimal(i)));
        }
        Path file = folder.resolve("rows.xlsx");
        Files.write(file, formats.marshal("excel", rows, "UTF-8"));

        List<Object> seen = new ArrayList<>();
        formats.bind("seen", (org.apache.camel.Processor) exchange -> {
            ((Iterator<?>) exchange.getMessage().getBody()).forEachRemaining(seen::add);
            exchange.getMessage().setBody("done");
        });
        try {
            formats.camel().addRoutes(new org.apache.camel.builder.RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:rows")
                            .to("dataformat:excel:unmarshal?lazy=true")
                            .process("seen");
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        formats.send("direct:rows", file.toFile(), "UTF-8");

        assertThat(seen).isEqualTo(rows);
    }

    @Test
    void unknownSheetIsToldWithThoseThatThereAre() {
        byte[] book = formats.marshal("excel?sheet=Orders", List.of(Map.of("a", LocalDate.EPOCH)), "UTF-8");

        assertThatThrownBy(() -> formats.unmarshal("excel?sheet=Order", book, "UTF-8"))
                .rootCause()
                .hasMessage("the workbook has no sheet \"Order\"; it has [Orders]");
    }

    @Test
    void columnThatTheFirstRowHasNotIsToldInPlaceOfLost() {
        assertThatThrownBy(() -> formats.marshal("excel", List.of(Map.of("a", 1), Map.of("b", 2)), "UTF-8"))
                .rootCause()
                .hasMessage("row 3 has a column \"b\" that the first row has not; name all in columns=a,b");
    }
}
