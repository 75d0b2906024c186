package dev.serai.management.security.audit;

import dev.serai.foundation.settings.AuditSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Removes the oldest segments when their time has come, and leaves a sealed mark of the newest record that is gone. */
final class Retention {

    private final Path folder;
    private final SealKey key;
    private final AuditSettings settings;

    Retention(Path folder, SealKey key, AuditSettings settings) {
        this.folder = folder;
        this.key = key;
        this.settings = settings;
    }

    /** Returns what was removed, in words; empty when nothing was. */
    Optional<String> apply(Instant now) throws IOException {
        long gone = removed();
        List<Segment> segments = Segment.in(folder, gone + 1);
        leftOver(gone);
        int surplus = surplus(segments, now.minus(settings.retention()));
        if (surplus == 0) {
            return Optional.empty();
        }
        Segment kept = segments.get(surplus);
        String hash = firstLine(kept).previous();
        new Mark(Mark.Kind.REMOVED, kept.first() - 1, hash, now).write(folder, key);
        for (Segment old : segments.subList(0, surplus)) {
            Files.delete(old.file());
        }
        return Optional.of("records " + segments.get(0).first() + " to " + (kept.first() - 1)
                + " were removed, as serai.audit.retention and serai.audit.max-size say");
    }

    private long removed() throws IOException {
        PublicKeyFile publicKey = PublicKeyFile.read(folder.resolve(SealKey.PUBLIC_FILE));
        return Mark.read(folder, Mark.Kind.REMOVED, publicKey).map(Mark::number).orElse(0L);
    }

    /** What a crash kept from being deleted after the mark had been written. */
    private void leftOver(long gone) throws IOException {
        for (Segment segment : Segment.in(folder, 0)) {
            if (segment.first() <= gone) {
                Files.delete(segment.file());
            }
        }
    }

    /** How many segments are too old or too much; never the newest. */
    private int surplus(List<Segment> segments, Instant oldest) throws IOException {
        long size = 0;
        for (Segment segment : segments) {
            size += segment.size();
        }
        int surplus = 0;
        while (surplus < segments.size() - 1
                && (size > settings.maxSize()
                        || endOf(segments.get(surplus + 1)).isBefore(oldest))) {
            size -= segments.get(surplus).size();
            surplus++;
        }
        return surplus;
    }

    /** A segment ended when the next one began. */
    private static Instant endOf(Segment next) throws IOException {
        return AuditRecord.read(firstLine(next).bytes()).at();
    }

    private static Line firstLine(Segment segment) throws IOException {
        try (SegmentFile file = new SegmentFile(segment)) {
            return file.lineAt(0)
                    .flatMap(Line::of)
                    .orElseThrow(() -> new IOException(segment.file() + " does not begin with a record"));
        }
    }
}
