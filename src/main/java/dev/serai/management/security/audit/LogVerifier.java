package dev.serai.management.security.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the files of a log, whether a Serai runs on them or not.
 *
 * <p>Every line is held against its own hash and that of the line before, segments side by side. As each hash covers all that came
 * before, the newest seal proves the whole; only where it does not hold are the seals before it looked at, to name the first record they do
 * not cover. The head, sealed in a file of its own, proves that nothing is missing at the end.
 */
public final class LogVerifier {

    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final Path publicKey;

    /** Verifies against the public key that stands beside the log. */
    public LogVerifier(Path folder) {
        this(folder, folder.resolve(SealKey.PUBLIC_FILE));
    }

    /** Verifies against a public key that was kept elsewhere. */
    public LogVerifier(Path folder, Path publicKey) {
        this.folder = folder;
        this.publicKey = publicKey;
    }

    /**
     * Verifies, and looks for a record that somebody noted elsewhere: whoever puts an older copy of the whole log in place cannot have it.
     *
     * @throws IOException when the files cannot be read
     */
    public Verification verify(Optional<Witness> noted) throws IOException {
        Verification verification = verify();
        return noted.isPresent() && verification.valid() ? verify(noted.get(), verification) : verification;
    }

    private Verification verify(Witness noted, Verification found) throws IOException {
        long first = found.last() - found.records() + 1;
        if (noted.number() == 0 || noted.number() < first) {
            return found;
        }
        Optional<Line> line =
                noted.number() > found.last() ? Optional.empty() : new LogReader(folder).line(noted.number());
        boolean held = line.map(Line::hash).filter(noted.hash()::equals).isPresent();
        return held
                ? found
                : new Verification(
                        false,
                        found.records(),
                        noted.number(),
                        "the log does not hold it as it was noted: an older copy, or another log, was put in place",
                        found.last(),
                        found.hash(),
                        found.unsealed());
    }

    /** @throws IOException when the files cannot be read */
    public Verification verify() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return verifyOnce();
            } catch (NoSuchFileException removedMeanwhile) {
                if (attempt == ATTEMPTS) {
                    throw removedMeanwhile;
                }
            }
        }
    }

    private Verification verifyOnce() throws IOException {
        if (isEmpty()) {
            return new Verification(true, 0, null, null, 0, Digest.NOTHING, 0);
        }
        try {
            PublicKeyFile key = PublicKeyFile.read(publicKey);
            Optional<Mark> head = Mark.read(folder, Mark.Kind.HEAD, key);
            return verify(key, head, Mark.read(folder, Mark.Kind.REMOVED, key));
        } catch (Mark.ForgedMarkException e) {
            return Verification.broken(String.valueOf(e.getMessage()));
        }
    }

    private boolean isEmpty() throws IOException {
        return Segment.in(folder, 0).isEmpty()
                && !Files.exists(Mark.Kind.HEAD.in(folder))
                && !Files.exists(Mark.Kind.REMOVED.in(folder));
    }

    private Verification verify(PublicKeyFile key, Optional<Mark> head, Optional<Mark> removed) throws IOException {
        if (head.isEmpty()) {
            return Verification.broken("the file head is missing, which tells where the log ends");
        }
        Chain begin = Chain.after(removed);
        List<Segment> segments = Segment.in(folder, begin.number() + 1);
        List<SegmentCheck> checks = check(segments, head.get().number());
        return new Joint(key, head.get(), begin).join(checks);
    }

    private static List<SegmentCheck> check(List<Segment> segments, long head) throws IOException {
        try {
            return IntStream.range(0, segments.size())
                    .parallel()
                    .mapToObj(i -> check(segments.get(i), head))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static SegmentCheck check(Segment segment, long head) {
        try {
            return SegmentCheck.of(Files.readAllBytes(segment.file()), segment.first(), head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Joins what was found in the segments. */
    private final class Joint {

        private final PublicKeyFile key;
        private final Mark head;
        private final long begin;
        private long number;
        private String hash;
        private @Nullable Line sealed;
        private @Nullable String headHash;
        private long unsealed;

        Joint(PublicKeyFile key, Mark head, Chain begin) {
            this.key = key;
            this.head = head;
            this.begin = begin.number();
            number = begin.number();
            hash = begin.hash();
            headHash = head.number() == number ? hash : null;
        }

        Verification join(List<SegmentCheck> checks) throws IOException {
            for (int i = 0; i < checks.size(); i++) {
                Optional<String> fault = follow(checks.get(i), i == checks.size() - 1);
                if (fault.isPresent()) {
                    return isForged() ? forged() : wrong(number + 1, fault.get());
                }
            }
            if (isForged()) {
                return forged();
            }
            return head.hash().equals(headHash)
                    ? new Verification(true, number - begin, null, null, number, hash, unsealed)
                    : wrong(number + 1, "the log was cut: record " + head.number() + " was on record");
        }

        /** Goes on by a segment; returns what is wrong with the record after {@link #number}. */
        private Optional<String> follow(SegmentCheck check, boolean newest) {
            if (check.before() != number) {
                return Optional.of("the log goes on with record " + (check.before() + 1));
            }
            boolean linked = check.beforeHash().equals(hash) || check.last() == check.before();
            if (!linked) {
                return Optional.of("it does not follow the record before it: one of the two was replaced");
            }
            boolean crashed = newest && check.last() >= head.number() && !check.sealedAfterFault();
            if (check.fault() != null && !crashed) {
                advance(check, check.last(), check.lastHash());
                return Optional.of(check.fault());
            }
            if (newest) {
                Line end = check.sealed();
                unsealed = check.lines();
                advance(check, check.sealedNumber(), end == null ? hash : end.hash());
            } else {
                advance(check, check.last(), check.lastHash());
            }
            return Optional.empty();
        }

        private void advance(SegmentCheck check, long to, String toHash) {
            number = to;
            hash = toHash;
            sealed = check.sealed() == null ? sealed : check.sealed();
            headHash = check.headHash() == null ? headHash : check.headHash();
        }

        private Verification wrong(long record, String reason) {
            return new Verification(false, record - 1 - begin, record, reason, record - 1, hash, 0);
        }

        private boolean isForged() {
            return sealed != null && !sealed.isSealedBy(key);
        }

        /** The newest seal does not hold: the first record that no valid seal covers is the first that is wrong. */
        private Verification forged() throws IOException {
            LogReader reader = new LogReader(folder);
            long good = begin;
            long bad = number;
            while (good + 1 < bad) {
                long middle = good + (bad - good) / 2;
                Optional<Line> seen = reader.firstSealed(middle, bad);
                if (seen.isEmpty()) {
                    bad = middle;
                } else if (seen.get().isSealedBy(key)) {
                    good = seen.get().number();
                } else {
                    bad = seen.get().number() == bad ? middle : seen.get().number();
                }
            }
            return wrong(good + 1, "no seal of the log's key covers it: it, or one after it, was rewritten");
        }
    }
}
