package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.record.JsonBuffer;
import dev.serai.adapter.legacy.copybook.record.RecordException;
import dev.serai.adapter.legacy.copybook.record.RecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The records of a file as JSON, which is written while it is read. As a stream it is the whole text; as an iterator, for a split, each record by
 * itself. It is one or the other, and once.
 */
public final class JsonRecords extends InputStream implements Iterator<String> {

    private static final int ENOUGH = 1 << 16;

    private final RecordReader reader;
    private final boolean lines;
    private final JsonBuffer buffer = new JsonBuffer();
    private int at;
    private long records;
    private boolean ended;
    private boolean isStream;
    private boolean isAhead;

    /** @param lines whether each record stands in a line of its own rather than in one array */
    JsonRecords(RecordReader reader, boolean lines) {
        this.reader = reader;
        this.lines = lines;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == buffer.length() && !fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.length() - at);
        System.arraycopy(buffer.bytes(), at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return buffer.length() - at;
    }

    /** Writes the rest without a copy in between. */
    @Override
    public long transferTo(OutputStream out) throws IOException {
        long written = 0;
        while (at < buffer.length() || fill()) {
            out.write(buffer.bytes(), at, buffer.length() - at);
            written += buffer.length() - at;
            at = buffer.length();
        }
        return written;
    }

    private boolean fill() throws IOException {
        if (isAhead) {
            throw new IllegalStateException("the records are taken one by one, and can no longer be read as a stream");
        }
        isStream = true;
        at = 0;
        buffer.clear();
        try {
            while (!ended && buffer.length() < ENOUGH) {
                add();
            }
        } catch (RecordException e) {
            throw new IOException(e.getMessage(), e);
        }
        return buffer.length() > 0;
    }

    private void add() throws IOException {
        int before = buffer.length();
        if (!lines) {
            buffer.put(records == 0 ? '[' : ',');
            buffer.put('\n');
        }
        if (reader.json(buffer)) {
            records++;
            if (lines) {
                buffer.put('\n');
            }
        } else {
            end(before);
        }
    }

    private void end(int before) throws IOException {
        buffer.cut(before);
        if (!lines) {
            if (records == 0) {
                buffer.put('[');
            }
            buffer.put('\n');
            buffer.put(']');
            buffer.put('\n');
        }
        close();
    }

    @Override
    public boolean hasNext() {
        if (isStream) {
            throw new IllegalStateException("the records are read as a stream, and can no longer be taken one by one");
        }
        if (!isAhead && !ended) {
            advance();
        }
        return isAhead;
    }

    private void advance() {
        buffer.clear();
        try {
            isAhead = reader.json(buffer);
            if (!isAhead) {
                close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has no more records");
        }
        isAhead = false;
        return new String(buffer.bytes(), 0, buffer.length(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        ended = true;
        reader.close();
    }

    @Override
    public String toString() {
        return "records of a file as JSON, which is written while it is read";
    }
}
