package dev.serai.adapter.legacy.copybook.record;

import java.io.IOException;

/** Records behind descriptor words, in blocks or not. */
final class DescribedFrames extends Frames {

    private static final int WORD = 4;

    private final boolean blocked;
    private final int own;
    private long blockLeft;
    private int end;

    DescribedFrames(Window window, Layout layout, Framing.Described framing) {
        super(window, layout);
        this.blocked = framing.blocked();
        this.own = framing.total() ? WORD : 0;
    }

    @Override
    boolean frame(Cursor cursor) throws IOException {
        if (blocked && blockLeft == 0 && !block()) {
            return false;
        }
        if (!window.ensure(WORD)) {
            return atEnd();
        }
        int length = length();
        blockLeft -= length + WORD;
        if (blocked && blockLeft < 0) {
            throw broken(
                    "the record ends " + -blockLeft + " bytes behind its block",
                    "check whether the file has blocks at all");
        }
        window.from += WORD;
        if (!window.ensure(length)) {
            throw broken(
                    "the file ends after " + window.available() + " of the record's " + length + " bytes",
                    "check that the file was transferred whole and in binary");
        }
        end = window.from + length;
        cursor.on(window.bytes, window.from, end);
        offset = window.offset();
        return true;
    }

    private boolean atEnd() {
        if (window.available() > 0) {
            throw broken(
                    "the file ends inside a record descriptor word",
                    "check that the file was transferred whole and in binary");
        }
        return false;
    }

    private boolean block() throws IOException {
        if (!window.ensure(WORD)) {
            return atEnd();
        }
        int first = word(window.from);
        long length = first < 0 ? first & 0x7FFFFFFF : first >>> 16;
        if (length <= WORD || first >= 0 && (first & 0xFFFF) != 0) {
            throw broken(
                    "the block descriptor word is %08X, expected a length and zeros".formatted(first),
                    "set format=rdw if the file has no blocks");
        }
        blockLeft = length - WORD;
        window.from += WORD;
        offset = window.offset();
        return true;
    }

    private int length() {
        int word = word(window.from);
        int length = (word >>> 16) - own;
        if ((word & 0xFFFF) != 0 && (word & 0xFCFF) == 0) {
            throw broken("the record is a segment of a spanned record", "let the mainframe write unspanned records");
        }
        if (length < 0 || (word & 0xFFFF) != 0) {
            throw broken(
                    "the record descriptor word is %08X, expected a length and zeros".formatted(word),
                    "check that the file has descriptor words, and set rdw=data if lengths leave them out");
        }
        return length;
    }

    private int word(int at) {
        byte[] bytes = window.bytes;
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    @Override
    void done(Cursor cursor) {
        if (cursor.at < cursor.limit) {
            throw tooLong(cursor);
        }
        window.from = end;
    }

    @Override
    boolean leave(Cursor cursor) {
        window.from = end;
        return true;
    }
}
