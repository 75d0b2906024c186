package dev.serai.adapter.legacy.copybook.record;

import java.io.IOException;

/** Finds one record after the other in a window. */
abstract class Frames {

    final Window window;
    final Layout layout;

    /** Number of the record at hand, from 1. */
    long number;

    /** Its place in the file. */
    long offset;

    Frames(Window window, Layout layout) {
        this.window = window;
        this.layout = layout;
    }

    static Frames of(Framing framing, Window window, Layout layout, Dialect dialect) {
        if (framing instanceof Framing.Fixed fixed) {
            return fixed.recordLength() == 0 && !layout.isFixed()
                    ? new PackedFrames(window, layout)
                    : new FixedFrames(window, layout, fixed.recordLength() == 0 ? layout.most() : fixed.recordLength());
        }
        return framing instanceof Framing.Described described
                ? new DescribedFrames(window, layout, described)
                : new LineFrames(window, layout, dialect.page());
    }

    /** Puts the cursor before the next record; false at the end of the file. */
    final boolean next(Cursor cursor) throws IOException {
        number++;
        offset = window.offset();
        return frame(cursor);
    }

    abstract boolean frame(Cursor cursor) throws IOException;

    /** Moves on behind the record at hand, which was read up to the cursor. */
    abstract void done(Cursor cursor);

    /** Moves on behind the record at hand although it was not read; false when nobody knows where it ends. */
    abstract boolean leave(Cursor cursor);

    final RecordException broken(String problem, String hint) {
        return RecordException.framing(number, offset, problem, hint);
    }

    static BadData tooLong(Cursor cursor) {
        return new BadData(
                cursor.at,
                "the record has " + (cursor.limit - cursor.at) + " bytes more than the copybook describes",
                "give the rest a FILLER, or compare the record's length with the copybook");
    }

    /** Records of one length. */
    private static final class FixedFrames extends Frames {
        private final int length;

        FixedFrames(Window window, Layout layout, int length) {
            super(window, layout);
            this.length = length;
        }

        @Override
        boolean frame(Cursor cursor) throws IOException {
            if (!window.ensure(length)) {
                if (window.available() == 0) {
                    return false;
                }
                throw broken(
                        "the file ends after " + window.available() + " of the record's " + length + " bytes",
                        "compare the record's length with the file's, which must be a multiple of it");
            }
            cursor.on(window.bytes, window.from, window.from + length);
            return true;
        }

        @Override
        void done(Cursor cursor) {
            window.from += length;
        }

        @Override
        boolean leave(Cursor cursor) {
            window.from += length;
            return true;
        }
    }

    /** Records that are as long as their content says. */
    private static final class PackedFrames extends Frames {
        PackedFrames(Window window, Layout layout) {
            super(window, layout);
        }

        @Override
        boolean frame(Cursor cursor) throws IOException {
            if (!window.ensure(layout.most()) && window.available() == 0) {
                return false;
            }
            cursor.on(window.bytes, window.from, window.to);
            return true;
        }

        @Override
        void done(Cursor cursor) {
            window.from = cursor.at;
        }

        @Override
        boolean leave(Cursor cursor) {
            return false;
        }
    }
}
