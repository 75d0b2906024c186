package dev.serai.management.security.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds records in the files of a log; it reads only the segments, and of them only the blocks, that it needs. */
public final class LogReader {

    /** A search for what is rare stops here, and goes on with the next page. */
    private static final int MOST_LOOKED_AT = 50_000;

    private final Path folder;

    public LogReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks for records, the newest first.
     *
     * @param before only those with a smaller number; null begins with the newest
     * @param limit how many at most
     */
    public AuditPage find(AuditFilter filter, @Nullable Long before, int limit) throws IOException {
        Search search = new Search(filter, limit);
        List<Segment> segments = new ArrayList<>(segments());
        Collections.reverse(segments);
        long end = before == null ? Long.MAX_VALUE : before;
        for (Segment segment : segments) {
            if (segment.first() < end && !search.through(segment, end)) {
                break;
            }
        }
        return search.page();
    }

    /** Writes all records as they stand in the log, the oldest first. */
    public void export(OutputStream out) throws IOException {
        for (Segment segment : segments()) {
            try {
                Files.copy(segment.file(), out);
            } catch (NoSuchFileException removedMeanwhile) {
                continue;
            }
        }
    }

    /** The line of a record. */
    Optional<Line> line(long number) throws IOException {
        List<Segment> older =
                segments().stream().filter(segment -> segment.first() <= number).toList();
        if (older.isEmpty()) {
            return Optional.empty();
        }
        try (SegmentFile file = new SegmentFile(older.get(older.size() - 1))) {
            return file.lineAt(file.positionOf(number)).flatMap(Line::of).filter(line -> line.number() == number);
        }
    }

    /** The first line with a seal among the records from one number to another, both included. */
    Optional<Line> firstSealed(long from, long to) throws IOException {
        for (Segment segment : segments()) {
            Optional<Line> found = firstSealed(segment, from, to);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Line> firstSealed(Segment segment, long from, long to) throws IOException {
        if (segment.first() > to) {
            return Optional.empty();
        }
        try (SegmentFile file = new SegmentFile(segment)) {
            long position = file.positionOf(from);
            for (Optional<byte[]> line = file.lineAt(position); line.isPresent(); line = file.lineAt(position)) {
                Optional<Line> record = line.flatMap(Line::of).filter(seen -> seen.number() <= to);
                if (record.isEmpty() || record.get().hasSeal()) {
                    return record;
                }
                position += line.get().length + 1;
            }
        }
        return Optional.empty();
    }

    private List<Segment> segments() throws IOException {
        return Segment.in(folder, removed() + 1);
    }

    /** Number of the newest record whose time has come; what is not sealed is told by verifying, not by reading. */
    private long removed() throws IOException {
        Path publicKey = folder.resolve(SealKey.PUBLIC_FILE);
        return Files.exists(publicKey)
                ? Mark.read(folder, Mark.Kind.REMOVED, PublicKeyFile.read(publicKey))
                        .map(Mark::number)
                        .orElse(0L)
                : 0;
    }

    private static final class Search {

        private final AuditFilter filter;
        private final int limit;
        private final List<AuditRecord> found = new ArrayList<>();
        private int lookedAt;
        private @Nullable Long next;

        Search(AuditFilter filter, int limit) {
            this.filter = filter;
            this.limit = limit;
        }

        /** Looks through a segment from its end; returns whether to go on with the one before. */
        boolean through(Segment segment, long end) throws IOException {
            try (SegmentFile file = new SegmentFile(segment)) {
                long position = end == Long.MAX_VALUE ? file.size() : file.positionOf(end);
                while (position > 0) {
                    long begin = file.beginOfLineBefore(position);
                    Optional<byte[]> line = file.lineAt(begin);
                    if (line.isPresent() && !goOn(AuditRecord.read(line.get()))) {
                        return false;
                    }
                    position = begin;
                }
                return true;
            } catch (NoSuchFileException removedMeanwhile) {
                return false;
            }
        }

        private boolean goOn(AuditRecord record) {
            if (filter.isPast(record)) {
                return false;
            }
            if (found.size() == limit || ++lookedAt > MOST_LOOKED_AT) {
                next = record.number() + 1;
                return false;
            }
            if (filter.accepts(record)) {
                found.add(record);
            }
            return true;
        }

        AuditPage page() {
            return new AuditPage(found, next);
        }
    }
}
