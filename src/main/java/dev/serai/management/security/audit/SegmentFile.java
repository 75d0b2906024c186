package dev.serai.management.security.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** Reads lines out of a segment wherever they lie, without reading the whole. */
final class SegmentFile implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final FileChannel channel;
    private final long size;
    private byte[] block = new byte[0];
    private long blockAt;

    SegmentFile(Segment segment) throws IOException {
        channel = FileChannel.open(segment.file(), StandardOpenOption.READ);
        size = channel.size();
    }

    long size() {
        return size;
    }

    /** Where the line begins that ends before a position; the position itself stands behind its line break, or at the end. */
    long beginOfLineBefore(long position) throws IOException {
        for (long at = position - 2; at >= 0; at--) {
            if (byteAt(at) == '\n') {
                return at + 1;
            }
        }
        return 0;
    }

    /** The line that begins at a position, without its break; empty at the end, and for a line without a break. */
    Optional<byte[]> lineAt(long position) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (long at = position; at < size; at++) {
            byte next = byteAt(at);
            if (next == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(next);
        }
        return Optional.empty();
    }

    /** Where the first record begins whose number is not below this one; the end when there is none. */
    long positionOf(long number) throws IOException {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = beginOfLineBefore(low + (high - low) / 2 + 1);
            Optional<byte[]> line = lineAt(middle);
            long seen = line.flatMap(Line::of).map(Line::number).orElse(Long.MAX_VALUE);
            if (seen < number) {
                low = middle + line.orElseThrow().length + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private byte byteAt(long position) throws IOException {
        if (position < blockAt || position >= blockAt + block.length) {
            load(position);
        }
        return block[(int) (position - blockAt)];
    }

    private void load(long position) throws IOException {
        blockAt = position / BLOCK * BLOCK;
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(BLOCK, size - blockAt));
        while (bytes.hasRemaining() && channel.read(bytes, blockAt + bytes.position()) >= 0) {
            // a read may bring less than there is
        }
        block = Arrays.copyOf(bytes.array(), bytes.position());
        if (position >= blockAt + block.length) {
            throw new IOException("a segment of the audit log became shorter while it was read");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
