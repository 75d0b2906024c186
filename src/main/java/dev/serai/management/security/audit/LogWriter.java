package dev.serai.management.security.audit;

import dev.serai.foundation.OwnerFile;
import dev.serai.foundation.settings.AuditSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends batches of records: each batch ends with a seal and is safe on the disk when {@link #append} returns. For one thread. */
final class LogWriter implements AutoCloseable {

    /** Small enough to be read at once, and for retention to be exact to a few thousand acts. */
    static final int SEGMENT_BYTES = 8 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final Duration SEGMENT_AGE = Duration.ofDays(7);

    private final Path folder;
    private final SealKey key;
    private final Digest digest = new Digest();
    private FileChannel channel;
    private long position;
    private Instant begun;
    private long number;
    private String hash;
    private Instant newest = Instant.EPOCH;
    private Mark head;

    /** Goes on where the recovered log ends. */
    LogWriter(Path folder, SealKey key, Recovery.End end) throws IOException {
        this.folder = folder;
        this.key = key;
        number = end.number();
        hash = end.hash();
        head = end.head();
        begun = end.begun();
        position = end.position();
        channel = end.segment().isPresent()
                ? FileChannel.open(end.segment().get().file(), StandardOpenOption.WRITE)
                : begin();
    }

    private FileChannel begin() throws IOException {
        FileChannel next =
                OwnerFile.create(Segment.beginningAt(folder, number + 1).file());
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
        begun = Instant.now();
        position = 0;
        return next;
    }

    /** An act with the instant it was told. */
    record Act(AuditEvent event, Instant at) {}

    /** Whether a new segment was begun with this batch. */
    boolean append(List<Act> acts) throws IOException {
        boolean rotated = position > 0 && (position >= SEGMENT_BYTES || isOld());
        if (rotated) {
            rotate();
        }
        Batch batch = new Batch(acts);
        write(batch.bytes());
        number = batch.number;
        hash = batch.hash;
        newest = batch.newest;
        return rotated;
    }

    private boolean isOld() {
        return Duration.between(begun, Instant.now()).compareTo(SEGMENT_AGE) > 0;
    }

    private void rotate() throws IOException {
        FileChannel full = channel;
        channel = begin();
        full.close();
    }

    private void write(ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        channel.force(false);
        position = at;
    }

    /** Seals where the log ends, in a file of its own. */
    void markHead() throws IOException {
        if (head.number() != number) {
            Mark next = new Mark(Mark.Kind.HEAD, number, hash, Instant.now());
            next.write(folder, key);
            head = next;
        }
    }

    Retention retention(AuditSettings settings) {
        return new Retention(folder, key, settings);
    }

    /** Leaves the log as the newest batch that succeeded left it, as far as the disk lets it. */
    void abandon() {
        try (FileChannel last = channel) {
            last.truncate(position);
        } catch (IOException e) {
            LOG.debug("the audit log's segment could not be cut back; it is when the log is opened again", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (FileChannel last = channel) {
            last.truncate(position);
            markHead();
        }
    }

    private final class Batch {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private long number = LogWriter.this.number;
        private String hash = LogWriter.this.hash;
        private Instant newest = LogWriter.this.newest;

        Batch(List<Act> acts) {
            for (int i = 0; i < acts.size(); i++) {
                add(acts.get(i), i == acts.size() - 1 ? Optional.of(key) : Optional.empty());
            }
        }

        /** A clock that goes back does not make records younger than those before them. */
        private void add(Act act, Optional<SealKey> seal) {
            newest = act.at().isAfter(newest) ? act.at() : newest;
            number++;
            byte[] line = Line.write(AuditRecord.of(number, newest, act.event()), hash, seal, digest);
            hash = Line.in(line, 0, line.length - 1).orElseThrow().hash();
            out.writeBytes(line);
        }

        ByteBuffer bytes() {
            return ByteBuffer.wrap(out.toByteArray());
        }
    }
}
