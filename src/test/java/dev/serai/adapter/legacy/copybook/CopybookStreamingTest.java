package dev.serai.adapter.legacy.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However long a file is, a piece of it is in memory. */
class CopybookStreamingTest {

    private static final Map<String, Object> ONE = Map.of("ID-1", 1, "NAME-1", "one");

    private final DefaultCamelContext context = new DefaultCamelContext();

    @TempDir
    Path folder;

    @BeforeEach
    void writeCopybook() throws Exception {
        Files.writeString(folder.resolve("small.cpy"), "01 SMALL. 05 ID-1 PIC 9(2). 05 NAME-1 PIC X(4).");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    /** Counts what was read of a file that has no end. */
    private static final class Endless extends InputStream {
        private static final byte[] RECORD = "01one ".getBytes(StandardCharsets.US_ASCII);
        private long count;

        @Override
        public int read() {
            return RECORD[(int) (count++ % RECORD.length)];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) read();
            }
            return length;
        }
    }

    private CopybookDataFormat format(String output) {
        context.start();
        CopybookDataFormat format = new CopybookDataFormat();
        format.setCamelContext(context);
        format.setCopybook("file:" + folder.resolve("small.cpy"));
        format.setCharset("US-ASCII");
        format.setOutput(output);
        format.start();
        return format;
    }

    @Test
    void readingHoldsAPieceOfTheFileAndNoMore() throws Exception {
        Endless file = new Endless();
        try (CopybookDataFormat format = format("records")) {
            Iterator<?> records = (Iterator<?>) format.unmarshal(new DefaultExchange(context), (Object) file);
            for (int i = 1; i <= 500_000; i++) {
                records.next();
                assertThat(file.count - i * 6L).isBetween(0L, 1L << 18);
            }
        }
    }

    @Test
    void jsonHoldsAPieceOfTheFileAndNoMore() throws Exception {
        Endless file = new Endless();
        try (CopybookDataFormat format = format("json")) {
            InputStream json = (InputStream) format.unmarshal(new DefaultExchange(context), (Object) file);
            byte[] piece = new byte[1 << 15];
            long read = 0;
            while (read < 10_000_000) {
                read += json.read(piece);
                assertThat(file.count - read * 6 / 29).isLessThan(1L << 19);
            }
        }
    }

    @Test
    void writingTakesOneRecordAfterTheOther() throws Exception {
        int count = 200_000;
        long[] taken = new long[1];
        Stream<Map<String, Object>> records = IntStream.range(0, count).mapToObj(i -> {
            taken[0]++;
            return ONE;
        });
        long[] written = new long[1];
        OutputStream out = new OutputStream() {
            @Override
            public void write(int one) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written[0] += length;
                assertThat(taken[0] * 6 - written[0]).isLessThan(4096);
            }
        };

        try (CopybookDataFormat format = format("records")) {
            format.marshal(new DefaultExchange(context), records, out);
        }

        assertThat(written[0]).isEqualTo(count * 6L);
    }
}
