package dev.serai.management.security.audit;

import java.util.Optional;

/** Follows the records of the log one after the other and says what is wrong with one. For one thread. */
final class Chain {

    private final Digest digest = new Digest();
    private long number;
    private String hash;

    /**
     * @param number of the record before the first
     * @param hash its hash
     */
    Chain(long number, String hash) {
        this.number = number;
        this.hash = hash;
    }

    /** Where the chain begins that a mark of removed records leaves; without one, at its very beginning. */
    static Chain after(Optional<Mark> removed) {
        return new Chain(
                removed.map(Mark::number).orElse(0L), removed.map(Mark::hash).orElse(Digest.NOTHING));
    }

    /** Number of the newest record that was right. */
    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    /** Goes on by a line; returns what is wrong with it, and stays where it is then. */
    Optional<String> accept(byte[] buffer, int from, int to) {
        Optional<Line> line = Line.in(buffer, from, to);
        if (line.isEmpty()) {
            return Optional.of("its line is not of the form of a record");
        }
        return accept(line.get());
    }

    Optional<String> accept(Line line) {
        if (!line.isHashed(digest)) {
            return Optional.of("its content does not fit its hash: it was changed");
        }
        if (line.number() != number + 1) {
            return Optional.of("record " + line.number() + " stands in its place");
        }
        if (!line.follows(hash)) {
            return Optional.of("it does not follow the record before it: one of the two was replaced");
        }
        number = line.number();
        hash = line.hash();
        return Optional.empty();
    }
}
