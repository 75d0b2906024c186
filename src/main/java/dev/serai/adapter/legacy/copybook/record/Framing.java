package dev.serai.adapter.legacy.copybook.record;

/** How records follow each other in a file. */
public sealed interface Framing {

    /**
     * One behind the other.
     *
     * @param recordLength bytes of each; 0 for as many as the copybook describes
     */
    record Fixed(int recordLength) implements Framing {}

    /**
     * Each behind a record descriptor word.
     *
     * @param blocked whether blocks stand around them, each behind a block descriptor word
     * @param total whether lengths count the descriptor itself, as a mainframe's do
     * @param blockSize of the blocks that are written
     */
    record Described(boolean blocked, boolean total, int blockSize) implements Framing {}

    /**
     * Each in a line; blanks at its end are not written.
     *
     * @param carriageReturn whether lines that are written end with CR and LF
     */
    record Lines(boolean carriageReturn) implements Framing {}
}
