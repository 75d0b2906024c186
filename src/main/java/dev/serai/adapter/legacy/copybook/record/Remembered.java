package dev.serai.adapter.legacy.copybook.record;

import org.jspecify.annotations.Nullable;

/** A field that a table or a rule asks for: its place is noted when it is passed. */
final class Remembered implements Content {

    private final Content content;
    private final int slot;
    private final boolean counts;

    /** @param counts whether it holds the number of a table's elements, which the table can fill in */
    Remembered(Content content, int slot, boolean counts) {
        this.content = content;
        this.slot = slot;
        this.counts = counts;
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        cursor.slots[slot] = cursor.at;
        content.json(cursor, out);
    }

    @Override
    public @Nullable Object read(Cursor cursor) {
        cursor.slots[slot] = cursor.at;
        return content.read(cursor);
    }

    @Override
    public void write(Cursor cursor, Object value) {
        cursor.slots[slot] = cursor.at;
        cursor.open[slot] = false;
        content.write(cursor, value);
    }

    @Override
    public void blank(Cursor cursor) {
        cursor.slots[slot] = cursor.at;
        cursor.open[slot] = counts;
        content.blank(cursor);
    }

    @Override
    public boolean mayBeMissing() {
        return counts || content.mayBeMissing();
    }
}
