package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.record.RecordReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of a file as maps, each read when it is asked for; the file is closed behind the last. */
public final class RecordIterator implements Iterator<Map<String, @Nullable Object>>, Closeable {

    private final RecordReader reader;
    private Optional<Map<String, @Nullable Object>> next = Optional.empty();
    private boolean ended;

    RecordIterator(RecordReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            advance();
        }
        return next.isPresent();
    }

    private void advance() {
        try {
            next = reader.next();
            if (next.isEmpty()) {
                close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, @Nullable Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has no more records");
        }
        Map<String, @Nullable Object> record = next.orElseThrow();
        next = Optional.empty();
        return record;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        reader.close();
    }

    @Override
    public String toString() {
        return "records of a file, each read when it is asked for";
    }
}
