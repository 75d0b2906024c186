package dev.serai.management.security.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one segment holds, looked at by itself.
 *
 * @param before number of the record before its first
 * @param beforeHash the hash that its first line gives for that record
 * @param last number of its last record that follows from the first
 * @param lastHash its hash
 * @param sealed the newest line with a seal among them; null when none has one
 * @param headHash the hash of the record that the head speaks of; null when that is not here
 * @param fault what is wrong with the record after the last; null when nothing is
 * @param sealedAfterFault whether there is a whole line with a seal behind the fault
 * @param lines how many lines stand behind the newest seal
 */
record SegmentCheck(
        long before,
        String beforeHash,
        long last,
        String lastHash,
        @Nullable Line sealed,
        @Nullable String headHash,
        @Nullable String fault,
        boolean sealedAfterFault,
        long lines) {

    /**
     * Looks at a segment.
     *
     * @param first number of the record it begins with
     * @param head number of the record that the head speaks of
     */
    static SegmentCheck of(byte[] content, long first, long head) {
        return new Scan(content, first, head).run();
    }

    /** The number of its newest sealed record; that before its first when there is none. */
    long sealedNumber() {
        return sealed == null ? before : sealed.number();
    }

    private static final class Scan {

        private final byte[] content;
        private final long head;
        private final Chain chain;
        private final String beforeHash;
        private final long before;
        private final Digest digest = new Digest();
        private @Nullable Line sealed;
        private @Nullable String headHash;
        private @Nullable String fault;
        private boolean sealedAfterFault;
        private long lines;

        Scan(byte[] content, long first, long head) {
            this.content = content;
            this.head = head;
            before = first - 1;
            beforeHash = firstPrevious(content);
            chain = new Chain(before, beforeHash);
        }

        private static String firstPrevious(byte[] content) {
            return Line.in(content, 0, end(content, 0)).map(Line::previous).orElse(Digest.NOTHING);
        }

        SegmentCheck run() {
            for (int from = 0; from < content.length; ) {
                int to = end(content, from);
                line(from, to);
                from = to + 1;
            }
            return new SegmentCheck(
                    before,
                    beforeHash,
                    chain.number(),
                    chain.hash(),
                    sealed == null ? null : Line.of(sealed.bytes()).orElseThrow(),
                    headHash,
                    fault,
                    sealedAfterFault,
                    lines);
        }

        private void line(int from, int to) {
            lines++;
            Optional<Line> line = to == content.length ? Optional.empty() : Line.in(content, from, to);
            if (fault != null) {
                sealedAfterFault |= line.filter(Line::hasSeal)
                        .filter(whole -> whole.isHashed(digest))
                        .isPresent();
                return;
            }
            fault = line.map(chain::accept)
                    .orElse(Optional.of("its line is not of the form of a record"))
                    .orElse(null);
            if (fault == null) {
                accepted(line.orElseThrow());
            }
        }

        private void accepted(Line line) {
            if (line.hasSeal()) {
                sealed = line;
                lines = 0;
            }
            if (line.number() == head) {
                headHash = line.hash();
            }
        }

        private static int end(byte[] content, int from) {
            int to = from;
            while (to < content.length && content[to] != '\n') {
                to++;
            }
            return to;
        }
    }
}
