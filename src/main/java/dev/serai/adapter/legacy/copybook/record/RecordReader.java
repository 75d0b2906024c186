package dev.serai.adapter.legacy.copybook.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one record after the other, holding one of them in memory and a piece of the file. */
public final class RecordReader implements Closeable {

    private final Layout layout;
    private final Window window;
    private final Frames frames;
    private final Cursor cursor;
    private final @Nullable Aside aside;

    /**
     * @param in closed with the reader
     * @param aside takes bad records; null when one of them ends the reading
     */
    public RecordReader(Layout layout, Framing framing, Dialect dialect, InputStream in, @Nullable Aside aside) {
        this.layout = layout;
        this.window = new Window(in, layout.most());
        this.frames = Frames.of(framing, window, layout, dialect);
        this.cursor = layout.cursor();
        this.aside = aside;
    }

    /**
     * Appends the next record to a buffer, as a JSON object.
     *
     * @return false at the end of the file
     * @throws RecordException for a record that cannot be read
     */
    public boolean json(JsonBuffer out) throws IOException {
        while (frames.next(cursor)) {
            int begin = out.length;
            try {
                layout.root().json(cursor, out);
                frames.done(cursor);
                return true;
            } catch (BadData e) {
                out.length = begin;
                bad(e);
            }
        }
        return false;
    }

    /**
     * The next record; empty at the end of the file.
     *
     * @throws RecordException for a record that cannot be read
     */
    public Optional<Map<String, @Nullable Object>> next() throws IOException {
        while (frames.next(cursor)) {
            try {
                Map<String, @Nullable Object> values = layout.root().read(cursor);
                frames.done(cursor);
                return Optional.of(values);
            } catch (BadData e) {
                bad(e);
            }
        }
        return Optional.empty();
    }

    private void bad(BadData bad) {
        RecordException trouble = RecordException.reading(bad, frames.number, frames.offset, bad.at() - cursor.start);
        byte[] record = aside == null ? new byte[0] : Arrays.copyOfRange(cursor.bytes, cursor.start, cursor.limit);
        if (aside == null || !frames.leave(cursor)) {
            throw trouble;
        }
        aside.take(trouble, record);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
