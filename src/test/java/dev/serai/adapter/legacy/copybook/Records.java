package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.record.Aside;
import dev.serai.adapter.legacy.copybook.record.JsonBuffer;
import dev.serai.adapter.legacy.copybook.record.RecordReader;
import dev.serai.adapter.legacy.copybook.record.RecordWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes records of a copybook that stands in the test. */
final class Records {

    private final RecordFormat format;

    private Records(RecordFormat format) {
        this.format = format;
    }

    /** A copybook in free form, with options as {@code name=value}. */
    static Records of(String copybook, String... options) {
        return withRules(copybook, "", options);
    }

    static Records withRules(String copybook, String rules, String... options) {
        Map<String, String> all = new HashMap<>(Map.of("copybook", "test.cpy"));
        for (String option : options) {
            all.put(option.split("=", 2)[0], option.split("=", 2)[1]);
        }
        Map<String, String> files =
                rules.isEmpty() ? Map.of("test.cpy", copybook) : Map.of("test.cpy", copybook, "test.rules", rules);
        return new Records(RecordFormat.of(CopybookOptions.of(all), uri -> Optional.ofNullable(files.get(uri))
                .map(text -> new RecordFormat.Text(uri, text))));
    }

    String size() {
        return format.size();
    }

    List<Map<String, @Nullable Object>> read(byte[] bytes, @Nullable Aside aside) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        try (RecordReader reader = format.reader(new ByteArrayInputStream(bytes), aside)) {
            new RecordIterator(reader).forEachRemaining(records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    List<Map<String, @Nullable Object>> read(byte[] bytes) {
        return read(bytes, null);
    }

    /** The one record of some bytes, as hexadecimal digits; blanks between them do not matter. */
    Map<String, @Nullable Object> read(String hex) {
        return read(bytes(hex)).get(0);
    }

    String json(byte[] bytes) {
        JsonBuffer out = new JsonBuffer();
        StringBuilder lines = new StringBuilder();
        try (RecordReader reader = format.reader(new ByteArrayInputStream(bytes), null)) {
            while (reader.json(out)) {
                lines.append(new String(out.bytes(), 0, out.length(), StandardCharsets.UTF_8))
                        .append('\n');
                out.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString();
    }

    String json(String hex) {
        return json(bytes(hex)).strip();
    }

    byte[] write(Map<?, ?>... records) {
        return write(null, List.of(records));
    }

    byte[] write(@Nullable Aside aside, List<? extends Map<?, ?>> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordWriter writer = format.writer(out, aside);
        try {
            for (Map<?, ?> record : records) {
                writer.write(record);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One record as hexadecimal digits. */
    String hex(Map<String, ?> record) {
        return HexFormat.of().withUpperCase().formatHex(write(record));
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** The bytes of a text in ASCII, or of any byte by its code. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
