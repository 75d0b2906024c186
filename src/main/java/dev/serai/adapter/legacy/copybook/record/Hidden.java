package dev.serai.adapter.legacy.copybook.record;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A FILLER: bytes that are passed over, and written as the copybook says or blank. */
final class Hidden implements Member {

    private final Content content;

    Hidden(Content content) {
        this.content = content;
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        skip(cursor);
    }

    @Override
    public void read(Cursor cursor, Map<String, @Nullable Object> into) {
        skip(cursor);
    }

    private void skip(Cursor cursor) {
        try {
            cursor.skip(content.size());
        } catch (BadData e) {
            throw e.in("FILLER");
        }
    }

    @Override
    public void write(Cursor cursor, Map<?, ?> from) {
        content.blank(cursor);
    }

    @Override
    public void blank(Cursor cursor) {
        content.blank(cursor);
    }

    @Override
    public boolean isGiven(Map<?, ?> from) {
        return false;
    }

    @Override
    public void keys(Set<String> into) {
        // It has none.
    }
}
