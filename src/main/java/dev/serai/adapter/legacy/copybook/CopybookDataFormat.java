package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.record.RecordException;
import dev.serai.adapter.legacy.copybook.record.RecordReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/** COBOL records as a data format of Camel: {@code dataformat:copybook:unmarshal?copybook=classpath:customer.cpy}, or a bean. */
public final class CopybookDataFormat extends ServiceSupport implements DataFormat, DataFormatName, CamelContextAware {

    private final CopybookOptions options = new CopybookOptions();
    private @Nullable CamelContext context;
    private @Nullable RecordFormat format;
    private @Nullable BadRecords badRecords;

    @Override
    public String getDataFormatName() {
        return "copybook";
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.context = camelContext;
    }

    /** Reads the copybook, so that what is wrong in it keeps the route from starting. */
    @Override
    protected void doInit() {
        CamelContext camel = java.util.Objects.requireNonNull(context, "the data format belongs to no Camel context");
        options.check();
        format = RecordFormat.of(options, new ContextFiles(camel));
        badRecords = options.badRecords().map(uri -> new BadRecords(camel, uri)).orElse(null);
        keepOutOfStreamCache(camel);
    }

    /** Camel would read all of the JSON into memory before the next step. */
    private static void keepOutOfStreamCache(CamelContext camel) {
        StreamCachingStrategy strategy = camel.getStreamCachingStrategy();
        List<Class<?>> denied = new ArrayList<>();
        Optional.ofNullable(strategy.getDenyClasses()).ifPresent(denied::addAll);
        if (!denied.contains(JsonRecords.class)) {
            denied.add(JsonRecords.class);
            strategy.setDenyClasses(denied.toArray(Class<?>[]::new));
        }
    }

    @Override
    protected void doStop() {
        if (badRecords != null) {
            badRecords.close();
        }
    }

    private RecordFormat format() {
        return java.util.Objects.requireNonNull(format, "the data format was not started");
    }

    /** What the records take, as {@code 120} or {@code 40 to 120} bytes. */
    public String recordSize() {
        return format().size();
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws Exception {
        RecordReader reader = format().reader(stream, badRecords);
        return switch (options.output()) {
            case RECORDS -> closedWith(exchange, new RecordIterator(reader));
            case JSON -> json(exchange, reader, "application/json");
            case JSONLINES -> json(exchange, reader, "application/x-ndjson");
            case LIST -> list(reader);
            case RECORD -> record(reader);
        };
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body) throws Exception {
        return unmarshal(exchange, Bodies.bytes(exchange, body, format()));
    }

    private Object json(Exchange exchange, RecordReader reader, String type) {
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, type);
        return closedWith(exchange, new JsonRecords(reader, options.output() == CopybookOptions.Output.JSONLINES));
    }

    /** A file that is not read to its end is closed when the exchange is done. */
    private static Object closedWith(Exchange exchange, Closeable records) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                org.apache.camel.util.IOHelper.close(records);
            }
        });
        return records;
    }

    private static List<Map<String, @Nullable Object>> list(RecordReader reader) throws IOException {
        try (reader) {
            List<Map<String, @Nullable Object>> records = new ArrayList<>();
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get());
            }
            return records;
        }
    }

    private static Map<String, @Nullable Object> record(RecordReader reader) throws IOException {
        try (reader) {
            Map<String, @Nullable Object> record =
                    reader.next().orElseThrow(() -> RecordException.count("there is no record, expected one"));
            if (reader.next().isPresent()) {
                throw RecordException.count("there is more than one record, expected one");
            }
            return record;
        }
    }

    @Override
    public void marshal(Exchange exchange, @Nullable Object graph, OutputStream stream) throws Exception {
        Bodies.write(exchange, graph, format().writer(stream, badRecords));
    }

    public void setCopybook(String value) {
        options.set(CopybookOption.COPYBOOK, value);
    }

    public void setCharset(String value) {
        options.set(CopybookOption.CHARSET, value);
    }

    public void setFormat(String value) {
        options.set(CopybookOption.FORMAT, value);
    }

    public void setRecordLength(String value) {
        options.set(CopybookOption.RECORD_LENGTH, value);
    }

    public void setOutput(String value) {
        options.set(CopybookOption.OUTPUT, value);
    }

    public void setRules(String value) {
        options.set(CopybookOption.RULES, value);
    }

    public void setRecord(String value) {
        options.set(CopybookOption.RECORD, value);
    }

    public void setNames(String value) {
        options.set(CopybookOption.NAMES, value);
    }

    public void setTrim(String value) {
        options.set(CopybookOption.TRIM, value);
    }

    public void setBlanks(String value) {
        options.set(CopybookOption.BLANKS, value);
    }

    public void setMissing(String value) {
        options.set(CopybookOption.MISSING, value);
    }

    public void setUnknown(String value) {
        options.set(CopybookOption.UNKNOWN, value);
    }

    public void setBadRecords(String value) {
        options.set(CopybookOption.BAD_RECORDS, value);
    }

    public void setFloats(String value) {
        options.set(CopybookOption.FLOATS, value);
    }

    public void setByteOrder(String value) {
        options.set(CopybookOption.BYTE_ORDER, value);
    }

    public void setTrunc(String value) {
        options.set(CopybookOption.TRUNC, value);
    }

    public void setOverpunch(String value) {
        options.set(CopybookOption.OVERPUNCH, value);
    }

    public void setAlignment(String value) {
        options.set(CopybookOption.ALIGNMENT, value);
    }

    public void setSlide(String value) {
        options.set(CopybookOption.SLIDE, value);
    }

    public void setRdw(String value) {
        options.set(CopybookOption.RDW, value);
    }

    public void setBlockSize(String value) {
        options.set(CopybookOption.BLOCK_SIZE, value);
    }

    public void setLineEnd(String value) {
        options.set(CopybookOption.LINE_END, value);
    }

    public void setSource(String value) {
        options.set(CopybookOption.SOURCE, value);
    }
}
