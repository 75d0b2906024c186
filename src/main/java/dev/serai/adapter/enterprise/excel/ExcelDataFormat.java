package dev.serai.adapter.enterprise.excel;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.support.ObjectHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** Reads one sheet of a workbook (.xlsx) into rows, and writes rows into a workbook with one sheet. */
public final class ExcelDataFormat extends ServiceSupport implements DataFormat, DataFormatName {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private String sheet = "";
    private boolean header = true;
    private boolean lazy;
    private List<String> columns = List.of();

    @Override
    public String getDataFormatName() {
        return "excel";
    }

    /** Name of the sheet that is read (the first by default) or written ("Sheet1" by default). */
    public void setSheet(String sheet) {
        this.sheet = sheet;
    }

    public String getSheet() {
        return sheet;
    }

    /** Whether the first row names the columns, which makes each row a map; without it a row is a list. */
    public void setHeader(boolean header) {
        this.header = header;
    }

    public boolean isHeader() {
        return header;
    }

    /** Whether rows are read one by one while they are split, in constant memory; by default all become one list. */
    public void setLazy(boolean lazy) {
        this.lazy = lazy;
    }

    public boolean isLazy() {
        return lazy;
    }

    /** Names and order of the columns that are written, separated by commas; by default those of the first row. */
    public void setColumns(String columns) {
        this.columns = List.of(columns.strip().split("\\s*,\\s*"));
    }

    public String getColumns() {
        return String.join(",", columns);
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws Exception {
        return read(exchange, new ReadableWorkbook(stream, WITH_FORMATS));
    }

    /** A file is read where it lies: of a stream, the compressed bytes are held in memory. */
    @Override
    public Object unmarshal(Exchange exchange, Object body) throws Exception {
        Object content = body instanceof WrappedFile<?> file ? file.getFile() : body;
        return content instanceof File file
                ? read(exchange, new ReadableWorkbook(file, WITH_FORMATS))
                : DataFormat.super.unmarshal(exchange, body);
    }

    private Object read(Exchange exchange, ReadableWorkbook workbook) throws IOException {
        ExcelRows rows;
        try {
            rows = ExcelRows.of(workbook, sheet, header);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
        if (lazy) {
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    rows.close();
                }
            });
            return rows;
        }
        try (rows) {
            List<Object> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    @Override
    public void marshal(Exchange exchange, Object body, OutputStream stream) throws Exception {
        Iterator<?> rows = body instanceof Map ? List.of(body).iterator() : ObjectHelper.createIterator(body, null);
        try (ExcelSheet written = new ExcelSheet(stream, sheet.isEmpty() ? "Sheet1" : sheet, header, columns)) {
            while (rows.hasNext()) {
                @Nullable Object row = rows.next();
                written.add(row == null ? List.of() : row);
            }
        }
    }
}
