package dev.serai.adapter.legacy.copybook.record;

import org.jspecify.annotations.Nullable;

/** A group that has a VALUE of its own: what stands there when the group is not given. */
final class GroupWithValue implements Content {

    private final Group group;
    private final byte[] initial;

    GroupWithValue(Group group, byte[] initial) {
        this.group = group;
        this.initial = initial;
    }

    @Override
    public int size() {
        return group.size();
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        group.json(cursor, out);
    }

    @Override
    public @Nullable Object read(Cursor cursor) {
        return group.read(cursor);
    }

    @Override
    public void write(Cursor cursor, Object value) {
        group.write(cursor, value);
    }

    @Override
    public void blank(Cursor cursor) {
        cursor.need(initial.length);
        System.arraycopy(initial, 0, cursor.bytes, cursor.at, initial.length);
        cursor.at += initial.length;
    }

    @Override
    public boolean mayBeMissing() {
        return true;
    }
}
