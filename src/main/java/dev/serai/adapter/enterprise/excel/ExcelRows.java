package dev.serai.adapter.enterprise.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other; rows without any value are left out. */
final class ExcelRows implements Iterator<Object>, AutoCloseable {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> names;

    private ExcelRows(ReadableWorkbook workbook, Stream<Row> stream, boolean header) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows =
                stream.filter(row -> row.stream().anyMatch(ExcelValue::isThere)).iterator();
        this.names = header && rows.hasNext() ? names(rows.next()) : List.of();
    }

    /**
     * @param sheet its name; empty for the first
     * @param header whether the first row names the columns
     */
    static ExcelRows of(ReadableWorkbook workbook, String sheet, boolean header) throws IOException {
        Sheet found = sheet.isEmpty()
                ? workbook.getFirstSheet()
                : workbook.findSheet(sheet)
                        .orElseThrow(() -> new IllegalArgumentException("the workbook has no sheet \"" + sheet
                                + "\"; it has "
                                + workbook.getSheets().map(Sheet::getName).toList()));
        return new ExcelRows(workbook, found.openStream(), header);
    }

    private static List<String> names(Row row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Object value = ExcelValue.of(row.getOptionalCell(i).orElse(null));
            names.add(value == null ? "" : value.toString().strip());
        }
        return names;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Object next() {
        Row row = rows.next();
        return names.isEmpty() ? list(row) : map(row);
    }

    private static List<@Nullable Object> list(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            values.add(ExcelValue.of(row.getOptionalCell(i).orElse(null)));
        }
        return values;
    }

    private Map<String, @Nullable Object> map(Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                values.put(names.get(i), ExcelValue.of(row.getOptionalCell(i).orElse(null)));
            }
        }
        return values;
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook cannot be closed", e);
        }
    }
}
