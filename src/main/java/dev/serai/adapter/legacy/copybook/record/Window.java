package dev.serai.adapter.legacy.copybook.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a file that is in memory. */
final class Window implements Closeable {

    private static final int SIZE = 1 << 18;

    private final InputStream in;
    byte[] bytes;
    int from;
    int to;
    private long base;

    Window(InputStream in, int largestRecord) {
        this.in = in;
        this.bytes = new byte[Math.max(SIZE, Math.multiplyExact(largestRecord, 2))];
    }

    int available() {
        return to - from;
    }

    /** The place in the file of what comes next. */
    long offset() {
        return base + from;
    }

    /** Reads on until so many bytes are there; false when the file ends before. */
    boolean ensure(int wanted) throws IOException {
        if (available() >= wanted) {
            return true;
        }
        makeRoom(wanted);
        while (available() < wanted) {
            int read = in.read(bytes, to, bytes.length - to);
            if (read < 0) {
                return false;
            }
            to += read;
        }
        return true;
    }

    private void makeRoom(int wanted) {
        System.arraycopy(bytes, from, bytes, 0, available());
        base += from;
        to -= from;
        from = 0;
        if (bytes.length < wanted) {
            bytes = Arrays.copyOf(bytes, wanted);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
