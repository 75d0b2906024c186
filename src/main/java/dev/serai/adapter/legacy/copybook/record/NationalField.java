package dev.serai.adapter.legacy.copybook.record;

import java.nio.charset.StandardCharsets;

/** PIC N: UTF-16, the larger byte first. */
final class NationalField extends Scalar {

    private final Trim trim;

    NationalField(int characters, String words, Trim trim) {
        super(characters * 2, words);
        this.trim = trim;
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        out.text(read(cursor));
    }

    @Override
    public String read(Cursor cursor) {
        cursor.need(size);
        String text = new String(cursor.bytes, cursor.at, size, StandardCharsets.UTF_16BE);
        cursor.at += size;
        return switch (trim) {
            case NONE -> text;
            case RIGHT -> text.replaceAll(" +$", "");
            case BOTH -> text.replaceAll("^ +| +$", "");
        };
    }

    @Override
    public void write(Cursor cursor, Object value) {
        cursor.need(size);
        if (!(value instanceof CharSequence)) {
            throw kind(cursor, value, "a text");
        }
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_16BE);
        if (text.length > size) {
            throw bad(
                    cursor.at,
                    "the text has " + text.length / 2 + " characters, there is room for " + size / 2,
                    "shorten it, or widen the field in the copybook");
        }
        System.arraycopy(text, 0, cursor.bytes, cursor.at, text.length);
        for (int i = text.length; i < size; i += 2) {
            cursor.bytes[cursor.at + i] = 0;
            cursor.bytes[cursor.at + i + 1] = ' ';
        }
        cursor.at += size;
    }
}
