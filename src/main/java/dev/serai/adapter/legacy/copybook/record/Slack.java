package dev.serai.adapter.legacy.copybook.record;

import org.jspecify.annotations.Nullable;

/** Bytes that a compiler leaves free so that what follows is aligned. */
record Slack(int size) implements Content {

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        cursor.skip(size);
    }

    @Override
    public @Nullable Object read(Cursor cursor) {
        cursor.skip(size);
        return null;
    }

    @Override
    public void write(Cursor cursor, Object value) {
        blank(cursor);
    }

    @Override
    public void blank(Cursor cursor) {
        cursor.need(size);
        java.util.Arrays.fill(cursor.bytes, cursor.at, cursor.at + size, (byte) 0);
        cursor.at += size;
    }

    @Override
    public boolean mayBeMissing() {
        return true;
    }
}
