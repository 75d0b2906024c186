package dev.serai.adapter.legacy.copybook.record;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a group, which knows its key in the group's object; if it has one. Each method moves the cursor behind it. */
interface Member {

    /** The most bytes it takes. */
    int size();

    void json(Cursor cursor, JsonBuffer out);

    void read(Cursor cursor, Map<String, @Nullable Object> into);

    void write(Cursor cursor, Map<?, ?> from);

    void blank(Cursor cursor);

    /** Whether the map has something for it. */
    boolean isGiven(Map<?, ?> from);

    /** Adds the keys that it knows. */
    void keys(Set<String> into);
}
