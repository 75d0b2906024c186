package dev.serai.adapter.enterprise.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook that is written row by row: what was written is not kept. */
final class ExcelSheet implements AutoCloseable {

    private static final int FLUSHED = 500;
    private static final int DIGITS = 15;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final boolean header;
    private final List<String> columns;
    private int row;

    /**
     * @param header whether the first row names the columns
     * @param columns their names; when there are none, those of the first map
     */
    ExcelSheet(OutputStream stream, String name, boolean header, List<String> columns) {
        this.workbook = new Workbook(stream, "Serai", "1.0");
        this.sheet = workbook.newWorksheet(name);
        this.header = header;
        this.columns = new ArrayList<>(columns);
    }

    /** @param values a map by column name, a list, or a single value */
    void add(Object values) throws IOException {
        if (row == 0 && values instanceof Map<?, ?> map && columns.isEmpty()) {
            map.keySet().forEach(name -> columns.add(String.valueOf(name)));
        }
        if (row == 0 && header && !columns.isEmpty()) {
            write(columns.iterator());
        }
        write(cells(values));
    }

    private Iterator<?> cells(Object values) {
        if (values instanceof Map<?, ?> map) {
            expectKnown(map);
            return columns.stream().<@Nullable Object>map(map::get).iterator();
        }
        return values instanceof Collection<?> list
                ? list.iterator()
                : List.of(values).iterator();
    }

    /** A value without a column would be lost. */
    private void expectKnown(Map<?, ?> map) {
        for (Object name : map.keySet()) {
            if (!columns.contains(String.valueOf(name))) {
                throw new IllegalArgumentException("row " + (row + 1) + " has a column \"" + name
                        + "\" that the first row has not; name all in columns=" + String.join(",", columns) + ","
                        + name);
            }
        }
    }

    private void write(Iterator<?> values) throws IOException {
        for (int column = 0; values.hasNext(); column++) {
            @Nullable Object value = values.next();
            if (value != null) {
                write(column, value);
            }
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Object value) {
        if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof Number number) {
            write(column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss.000").set();
        } else if (value instanceof Date date) {
            sheet.value(row, column, date.toInstant().toString());
        } else {
            sheet.value(row, column, value.toString());
        }
    }

    /** Excel keeps fifteen digits: a longer number stays whole as text. */
    private void write(int column, Number number) {
        BigDecimal exact =
                number instanceof BigInteger integer ? new BigDecimal(integer) : new BigDecimal(number.toString());
        if (exact.stripTrailingZeros().precision() > DIGITS) {
            sheet.value(row, column, exact.toPlainString());
        } else {
            sheet.value(row, column, exact);
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
        workbook.close();
    }
}
