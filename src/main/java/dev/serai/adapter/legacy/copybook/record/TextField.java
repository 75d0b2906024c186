package dev.serai.adapter.legacy.copybook.record;

import java.math.BigDecimal;

/** PIC X, A, and edited numbers: characters of the code page. */
final class TextField extends Scalar {

    private final CodePage page;
    private final boolean right;
    private final boolean trimLeft;
    private final boolean trimRight;

    /** @param right whether texts are moved to the right */
    TextField(int size, String words, CodePage page, boolean right, Trim trim) {
        super(size, words);
        this.page = page;
        this.right = right;
        this.trimLeft = trim == Trim.BOTH || right && trim == Trim.RIGHT;
        this.trimRight = trim == Trim.BOTH || !right && trim == Trim.RIGHT;
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        cursor.need(size);
        int begin = begin(cursor);
        page.json(cursor.bytes, begin, end(cursor, begin), out);
        cursor.at += size;
    }

    @Override
    public String read(Cursor cursor) {
        cursor.need(size);
        int begin = begin(cursor);
        String text = page.decode(cursor.bytes, begin, end(cursor, begin));
        cursor.at += size;
        return text;
    }

    private int begin(Cursor cursor) {
        int begin = cursor.at;
        if (trimLeft) {
            int end = begin + size;
            while (begin < end && cursor.bytes[begin] == page.space()) {
                begin++;
            }
        }
        return begin;
    }

    private int end(Cursor cursor, int begin) {
        int end = cursor.at + size;
        if (trimRight) {
            byte space = page.space();
            byte[] bytes = cursor.bytes;
            while (end > begin && bytes[end - 1] == space) {
                end--;
            }
        }
        return end;
    }

    @Override
    public void write(Cursor cursor, Object value) {
        cursor.need(size);
        byte[] text = page.encode(text(cursor, value), cursor.at);
        if (text.length > size) {
            throw bad(
                    cursor.at,
                    "the text takes " + text.length + " bytes, there is room for " + size,
                    "shorten it, or widen the field in the copybook");
        }
        int gap = right ? size - text.length : 0;
        page.fill(cursor.bytes, cursor.at, cursor.at + size);
        System.arraycopy(text, 0, cursor.bytes, cursor.at + gap, text.length);
        cursor.at += size;
    }

    private String text(Cursor cursor, Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        throw kind(cursor, value, "a text");
    }
}
