package dev.serai.management.security.audit;

import dev.serai.foundation.OwnerFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds where a log ends when it is opened. Lines behind the newest seal were never acknowledged: a crash left them, and they are set
 * aside. A log that ends before its head was cut: it is left as it is, and the record after the head goes on in a new segment, so that
 * verifying will always name what is missing.
 */
final class Recovery {

    private final Path folder;
    private final SealKey key;
    private final PublicKeyFile publicKey;
    private String told = "";
    private boolean damaged;

    private Recovery(Path folder, SealKey key, PublicKeyFile publicKey) {
        this.folder = folder;
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * Where a log ends.
     *
     * @param number of its newest record
     * @param hash of that
     * @param head the head as it stands on the disk
     * @param segment what is appended to; empty to begin a new one
     * @param position where in that
     * @param begun when that was begun
     * @param told what was found, in a sentence; empty when the log ended well
     * @param damaged whether somebody changed the log
     */
    record End(
            long number,
            String hash,
            Mark head,
            Optional<Segment> segment,
            long position,
            Instant begun,
            String told,
            boolean damaged) {}

    /** Opens the folder: makes it, and its key, when there is none. */
    static LogWriter open(Path folder, Consumer<End> ended) throws IOException {
        OwnerFile.folder(folder);
        SealKey key = key(folder);
        PublicKeyFile publicKey = PublicKeyFile.read(folder.resolve(SealKey.PUBLIC_FILE));
        End end = new Recovery(folder, key, publicKey).end();
        LogWriter writer = new LogWriter(folder, key, end);
        ended.accept(end);
        return writer;
    }

    private static SealKey key(Path folder) throws IOException {
        if (SealKey.isIn(folder)) {
            return SealKey.read(folder);
        }
        if (!Segment.in(folder, 0).isEmpty()) {
            throw new IOException("the key " + folder.resolve(SealKey.FILE)
                    + " is missing, but there are records; bring it back from a backup, or move the folder away");
        }
        return SealKey.create(folder);
    }

    private End end() throws IOException {
        Optional<Mark> removed = Mark.read(folder, Mark.Kind.REMOVED, publicKey);
        long from = removed.map(Mark::number).orElse(0L) + 1;
        List<Segment> segments = Segment.in(folder, from);
        Optional<Mark> head = Mark.read(folder, Mark.Kind.HEAD, publicKey);
        if (segments.isEmpty() && head.isEmpty()) {
            return first();
        }
        Mark known = head.orElse(new Mark(Mark.Kind.HEAD, 0, Digest.NOTHING, Instant.EPOCH));
        End end = end(segments, Chain.after(removed), known);
        return head.isPresent() ? end : withoutHead(end);
    }

    private End first() throws IOException {
        Mark head = new Mark(Mark.Kind.HEAD, 0, Digest.NOTHING, Instant.now());
        head.write(folder, key);
        return new End(0, Digest.NOTHING, head, Optional.empty(), 0, Instant.now(), "", false);
    }

    private End end(List<Segment> segments, Chain begin, Mark head) throws IOException {
        if (segments.isEmpty()) {
            return begin.number() >= head.number()
                    ? fresh(begin.number(), begin.hash(), head)
                    : damaged(head, begin.number());
        }
        Segment newest = segments.get(segments.size() - 1);
        byte[] content = Files.readAllBytes(newest.file());
        SegmentCheck check = SegmentCheck.of(content, newest.first(), head.number());
        Line sealed = check.sealed();
        if (check.sealedNumber() < head.number()) {
            return damaged(head, check.sealedNumber());
        }
        if (sealed == null) {
            setAside(newest, content, 0);
            Files.delete(newest.file());
            return end(segments.subList(0, segments.size() - 1), begin, head);
        }
        int position = endOf(content, sealed);
        if (position < content.length) {
            setAside(newest, content, position);
        }
        return new End(
                sealed.number(),
                sealed.hash(),
                head,
                Optional.of(newest),
                position,
                Files.getLastModifiedTime(newest.file()).toInstant(),
                told,
                damaged);
    }

    private End fresh(long number, String hash, Mark head) {
        return new End(number, hash, head, Optional.empty(), 0, Instant.now(), told, damaged);
    }

    private End damaged(Mark head, long last) {
        damaged = true;
        told = "the log ends with record " + last + ", but record " + head.number() + " was on record";
        return fresh(head.number(), head.hash(), head);
    }

    /** Nobody can tell any more what is missing: a number is left out, so that verifying stops there. */
    private End withoutHead(End end) {
        damaged = true;
        told = "the file head is missing, which tells where the log ends; records after " + end.number()
                + " may be missing";
        return fresh(end.number() + 1, end.hash(), end.head());
    }

    private static int endOf(byte[] content, Line sealed) {
        byte[] line = sealed.bytes();
        for (int from = content.length - line.length; from >= 0; from--) {
            if (Arrays.equals(content, from, from + line.length, line, 0, line.length)) {
                return from + line.length + 1;
            }
        }
        throw new IllegalStateException("the sealed line was found in this segment before");
    }

    private void setAside(Segment segment, byte[] content, int from) throws IOException {
        if (from == content.length) {
            return;
        }
        Path aside = folder.resolve("unsealed-" + Instant.now().toEpochMilli() + ".jsonl.part");
        OwnerFile.write(aside, Arrays.copyOfRange(content, from, content.length));
        try (FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.WRITE)) {
            channel.truncate(from);
            channel.force(true);
        }
        told = (content.length - from) + " bytes behind the newest seal, never acknowledged, were set aside in "
                + aside.toFile().getName();
    }
}
