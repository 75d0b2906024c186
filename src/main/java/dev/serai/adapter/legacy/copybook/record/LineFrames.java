package dev.serai.adapter.legacy.copybook.record;

import java.io.IOException;

/** Records in lines. What a line lacks is blank. */
final class LineFrames extends Frames {

    private static final int SLACK = 2;

    private final CodePage page;
    private final byte[] record;
    private final byte newLine;
    private final byte otherNewLine;
    private final byte carriageReturn;
    private int next;

    LineFrames(Window window, Layout layout, CodePage page) {
        super(window, layout);
        this.page = page;
        this.record = new byte[layout.most()];
        this.newLine = newLine(page);
        this.otherNewLine = page.isEbcdic() ? (byte) (newLine == 0x15 ? 0x25 : 0x15) : newLine;
        this.carriageReturn = 0x0D;
    }

    /** What ends a line: line feed, or the new line of EBCDIC. */
    static byte newLine(CodePage page) {
        return page.isEbcdic() ? (byte) 0x15 : (byte) '\n';
    }

    @Override
    boolean frame(Cursor cursor) throws IOException {
        int scanned = 0;
        int end = -1;
        boolean more = true;
        while (end < 0 && more) {
            more = window.ensure(scanned + 1);
            end = find(window.from + scanned);
            scanned = window.available();
            if (end < 0 && scanned > record.length + SLACK && !isBlank(window.from + record.length, window.to)) {
                throw broken(
                        "the line has more than the " + record.length + " bytes that the copybook describes",
                        "compare the copybook with the file, or set another format");
            }
        }
        if (end < 0 && window.available() == 0) {
            return false;
        }
        line(cursor, end < 0 ? window.to : end, end < 0 ? window.to : end + 1);
        return true;
    }

    private int find(int from) {
        for (int i = from; i < window.to; i++) {
            byte one = window.bytes[i];
            if (one == newLine || one == otherNewLine) {
                return i;
            }
        }
        return -1;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (window.bytes[i] != page.space() && window.bytes[i] != carriageReturn) {
                return false;
            }
        }
        return true;
    }

    private void line(Cursor cursor, int end, int behind) {
        next = behind;
        int last = end > window.from && window.bytes[end - 1] == carriageReturn ? end - 1 : end;
        int length = last - window.from;
        if (length > record.length && !isBlank(window.from + record.length, last)) {
            window.from = behind;
            throw broken(
                    "the line has " + length + " bytes, the copybook describes " + record.length,
                    "compare the copybook with the file");
        }
        int used = Math.min(length, record.length);
        System.arraycopy(window.bytes, window.from, record, 0, used);
        page.fill(record, used, record.length);
        cursor.on(record, 0, record.length);
    }

    @Override
    void done(Cursor cursor) {
        if (!isBlank(cursor)) {
            throw tooLong(cursor);
        }
        window.from = next;
    }

    private boolean isBlank(Cursor cursor) {
        for (int i = cursor.at; i < cursor.limit; i++) {
            if (cursor.bytes[i] != page.space()) {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean leave(Cursor cursor) {
        window.from = next;
        return true;
    }
}
