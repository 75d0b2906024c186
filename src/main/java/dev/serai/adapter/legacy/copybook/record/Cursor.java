package dev.serai.adapter.legacy.copybook.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the reading or writing of one record stands. One thread uses it. */
final class Cursor {

    byte[] bytes = new byte[0];
    int start;
    int at;
    int limit;

    /** Where the items stand that tables and rules ask for, in the element at hand. */
    final int[] slots;

    /** Numbers of elements that the writer has left to their tables to fill in. */
    final boolean[] open;

    /** The digits of the number at hand, in ASCII. */
    final byte[] digits = new byte[64];

    int count;
    boolean negative;

    /** Keys of the map at hand that were written. */
    int taken;

    /** What is to be held against the record when it is complete. */
    final List<Runnable> atEnd = new ArrayList<>();

    Cursor(int slots) {
        this.slots = new int[slots];
        this.open = new boolean[slots];
    }

    void on(byte[] record, int from, int to) {
        bytes = record;
        start = from;
        at = from;
        limit = to;
    }

    void beginWriting() {
        at = start;
        taken = 0;
        atEnd.clear();
        Arrays.fill(open, false);
    }

    /** Goes over bytes that must be there. */
    void skip(int size) {
        need(size);
        at += size;
    }

    void need(int size) {
        if (size > limit - at) {
            throw new BadData(
                    limit,
                    "the record ends after " + (limit - at) + " of its " + size + " bytes",
                    "compare the record's length with the copybook");
        }
    }
}
