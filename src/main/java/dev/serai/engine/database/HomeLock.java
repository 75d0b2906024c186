package dev.serai.engine.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One runtime for each home: a lock that the operating system releases when the process ends, however it ends. */
final class HomeLock implements AutoCloseable {

    /** The process id stands behind the locked byte, where other processes can read it on every system. */
    private static final int LOCKED_BYTES = 1;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(Path state) {
        Path file = state.resolve("serai.lock");
        try {
            Files.createDirectories(state);
            return take(state, file);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                throw new StoreException(
                        state
                                + " cannot be written: the disk is full; free some space, nothing that was stored is lost",
                        e);
            }
            throw new StoreException(
                    state + " cannot be written (" + e
                            + "); Serai keeps its versions there: make the folder writable for "
                            + "this user, or choose another home with --home",
                    e);
        }
    }

    private static HomeLock take(Path state, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new StoreException("another Serai runs on the home of " + state + " (pid " + owner(channel)
                        + "); stop it first, or choose another home with --home");
            }
            writeOwner(channel);
            return new HomeLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(0, LOCKED_BYTES, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void writeOwner(FileChannel channel) throws IOException {
        byte[] owner = (" " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(owner), 0);
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        channel.read(buffer, LOCKED_BYTES);
        String owner = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
        return owner.isEmpty() ? "unknown" : owner;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
