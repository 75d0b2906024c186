package dev.serai.adapter.legacy.copybook.record;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member with a key of its own. */
final class Named implements Member {

    private final String name;
    private final String key;
    private final byte[] prefix;
    private final Content content;
    private final boolean initialWhenMissing;

    /**
     * @param name in the copybook, for messages
     * @param key in JSON and maps
     */
    Named(String name, String key, Content content, boolean initialWhenMissing) {
        this.name = name;
        this.key = key;
        this.prefix = ("\"" + key + "\":").getBytes(StandardCharsets.UTF_8);
        this.content = content;
        this.initialWhenMissing = initialWhenMissing;
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        out.raw(prefix);
        try {
            content.json(cursor, out);
        } catch (BadData e) {
            throw e.in(name);
        }
        out.put(',');
    }

    @Override
    public void read(Cursor cursor, Map<String, @Nullable Object> into) {
        try {
            into.put(key, content.read(cursor));
        } catch (BadData e) {
            throw e.in(name);
        }
    }

    @Override
    public void write(Cursor cursor, Map<?, ?> from) {
        Object value = from.get(key);
        if (value != null || from.containsKey(key)) {
            cursor.taken++;
        }
        try {
            if (value != null) {
                content.write(cursor, value);
            } else {
                missing(cursor);
            }
        } catch (BadData e) {
            throw e.in(name);
        }
    }

    private void missing(Cursor cursor) {
        if (!initialWhenMissing && !content.mayBeMissing()) {
            throw new BadData(
                    cursor.at,
                    "there is no value for \"" + key + "\"",
                    "give it one, or set missing=initial for zeros and blanks");
        }
        content.blank(cursor);
    }

    @Override
    public void blank(Cursor cursor) {
        content.blank(cursor);
    }

    @Override
    public boolean isGiven(Map<?, ?> from) {
        return from.get(key) != null;
    }

    @Override
    public void keys(Set<String> into) {
        into.add(key);
    }
}
