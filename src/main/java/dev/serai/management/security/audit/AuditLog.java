package dev.serai.management.security.audit;

import dev.serai.foundation.settings.AuditSettings;
import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail in files, append-only, chained by hashes and sealed.
 *
 * <p>One thread writes. Whoever records waits until the batch with the record is on the disk; all who wait meanwhile share the next batch, with
 * one seal and one wait for the disk. What cannot be written is kept, and tried again with whatever is recorded next.
 */
public final class AuditLog implements AuditTrail, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private static final int LARGEST_BATCH = 1_000;
    /** So many acts are kept in memory while the disk does not take them. */
    private static final int MOST_WAITING = 20_000;

    private static final long LEAST_SPACE = 256 * 1024;
    private static final long RETENTION_MILLIS = 24L * 60 * 60 * 1_000;
    /** Who records again and again does not wait for the head each time: it is sealed in the first pause, and at the latest after this. */
    private static final long LONGEST_WITHOUT_HEAD_NANOS = 500_000_000L;

    private static final long QUIET_MILLIS = 100;

    private final Path folder;
    private final AuditSettings settings;
    private final Thread thread = new Thread(this::run, "serai-audit");
    private final Deque<Waiting> queue = new ArrayDeque<>();
    /** Taken from the queue and not yet on the disk; of the writing thread. */
    private final List<LogWriter.Act> unwritten = new ArrayList<>();

    private boolean begun;
    private boolean closing;
    private @Nullable AuditException failing;
    private @Nullable LogWriter writer;
    private long nextRetention;
    private boolean headBehind;
    private long headDue = System.nanoTime() + LONGEST_WITHOUT_HEAD_NANOS;

    private record Waiting(LogWriter.Act act, CompletableFuture<Void> written) {}

    /**
     * A log that is opened by the first record after {@link #begin}; what is recorded before waits.
     *
     * @param folder where its files are; made when missing
     */
    public AuditLog(Path folder, AuditSettings settings) {
        this.folder = folder;
        this.settings = settings;
        thread.setDaemon(true);
    }

    /** Begins to write. Until then a start is not slowed by keys and files. */
    public void begin() {
        synchronized (queue) {
            if (!begun) {
                begun = true;
                thread.start();
            }
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void record(AuditEvent event) {
        try {
            submit(event).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AuditException known
                    ? known
                    : new AuditException("an act could not be put on record", e);
        }
    }

    /** Takes an act on record without waiting for it; a failure is logged by the log itself. */
    public CompletableFuture<Void> submit(AuditEvent event) {
        Waiting waiting = new Waiting(new LogWriter.Act(event, Instant.now()), new CompletableFuture<>());
        synchronized (queue) {
            if (closing || queue.size() >= MOST_WAITING) {
                String reason = closing ? "the audit log is closed" : "too many acts wait for the disk";
                waiting.written().completeExceptionally(new AuditException(reason));
                return waiting.written();
            }
            queue.addLast(waiting);
            queue.notifyAll();
        }
        return waiting.written();
    }

    @Override
    public void expectRecord() {
        AuditException known;
        synchronized (queue) {
            known = failing;
        }
        if (known != null) {
            retry();
        }
        requireSpace();
    }

    private void retry() {
        record(new AuditEvent(
                Caller.runtime("audit"), "audit.retry", "", Outcome.DONE, "records can be written again"));
    }

    private void requireSpace() {
        try {
            if (Files.isDirectory(folder) && Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE) {
                throw new AuditException(cannot("the disk is full"));
            }
        } catch (IOException e) {
            throw new AuditException(cannot(e.toString()), e);
        }
    }

    private String cannot(String reason) {
        return "the audit log in " + folder + " cannot be written (" + reason
                + "); no change is made until it can: make room, or give the user Serai runs as the right to write there";
    }

    private void run() {
        while (true) {
            List<Waiting> batch = next();
            boolean wrote = (!batch.isEmpty() || !unwritten.isEmpty()) && write(batch);
            headBehind |= wrote;
            if (batch.isEmpty() && isClosing()) {
                return;
            }
            if (headBehind && (batch.isEmpty() || System.nanoTime() - headDue > 0)) {
                headBehind = false;
                headDue = System.nanoTime() + LONGEST_WITHOUT_HEAD_NANOS;
                quietly(LogWriter::markHead);
            }
        }
    }

    /** The acts of the next batch; none when the log closes, or when it is time to seal the head. */
    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        synchronized (queue) {
            if (queue.isEmpty() && !closing) {
                await(headBehind ? QUIET_MILLIS : 0);
            }
            while (!queue.isEmpty() && batch.size() < LARGEST_BATCH) {
                batch.add(queue.removeFirst());
            }
        }
        return batch;
    }

    private void await(long millis) {
        try {
            queue.wait(millis);
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private boolean isClosing() {
        synchronized (queue) {
            return closing && queue.isEmpty();
        }
    }

    private boolean write(List<Waiting> batch) {
        batch.forEach(waiting -> unwritten.add(waiting.act()));
        try {
            LogWriter open = writer();
            boolean rotated = open.append(unwritten);
            unwritten.clear();
            failing(null);
            batch.forEach(waiting -> waiting.written().complete(null));
            retain(rotated);
            return true;
        } catch (IOException | RuntimeException e) {
            failed(batch, new AuditException(cannot(e.toString()), e));
            return false;
        }
    }

    private LogWriter writer() throws IOException {
        LogWriter open = writer;
        if (open == null) {
            open = Recovery.open(folder, this::recovered);
            writer = open;
        }
        return open;
    }

    private void recovered(Recovery.End end) {
        if (!end.told().isEmpty()) {
            LOG.warn("audit log: {}", end.told());
            String action = end.damaged() ? "audit.damaged" : "audit.recovered";
            unwritten.add(0, own(action, end.damaged() ? Outcome.FAILED : Outcome.DONE, end.told()));
        }
    }

    private static LogWriter.Act own(String action, Outcome outcome, String detail) {
        return new LogWriter.Act(new AuditEvent(Caller.runtime("audit"), action, "", outcome, detail), Instant.now());
    }

    private void retain(boolean rotated) {
        if (rotated || System.currentTimeMillis() > nextRetention) {
            nextRetention = System.currentTimeMillis() + RETENTION_MILLIS;
            quietly(open -> {
                open.markHead();
                Optional<String> removed = open.retention(settings).apply(Instant.now());
                if (removed.isPresent()) {
                    open.append(List.of(own("audit.retention", Outcome.DONE, removed.get())));
                }
            });
        }
    }

    /** Something to do with the files besides writing records. */
    private interface Upkeep {
        void run(LogWriter open) throws IOException;
    }

    private void quietly(Upkeep upkeep) {
        try {
            upkeep.run(writer());
        } catch (IOException | RuntimeException e) {
            LOG.error("{}", cannot(e.toString()));
        }
    }

    /** The acts are tried again with the next; who waits for them is told. */
    private void failed(List<Waiting> batch, AuditException failure) {
        LOG.error("{}", failure.getMessage());
        failing(failure);
        LogWriter broken = writer;
        writer = null;
        if (broken != null) {
            broken.abandon();
        }
        while (unwritten.size() > MOST_WAITING) {
            unwritten.remove(unwritten.size() - 1);
        }
        batch.forEach(waiting -> waiting.written().completeExceptionally(failure));
    }

    private void failing(@Nullable AuditException failure) {
        synchronized (queue) {
            failing = failure;
        }
    }

    /** Writes what waits, and seals the end; a log that was never begun writes nothing. */
    @Override
    public void close() {
        synchronized (queue) {
            closing = true;
            queue.notifyAll();
            if (!begun) {
                return;
            }
        }
        try {
            thread.join();
            if (writer != null) {
                writer.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("{}", cannot(e.toString()));
        }
    }
}
