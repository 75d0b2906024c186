package dev.serai.adapter.legacy.copybook.record;

import org.jspecify.annotations.Nullable;

/** What stands in one place of a record: a field, a group, a table. Each method moves the cursor behind it. */
interface Content {

    /** The most bytes it takes. */
    int size();

    /** Writes its value as JSON. */
    void json(Cursor cursor, JsonBuffer out);

    /** Its value; null for a number of blanks, where that is allowed. */
    @Nullable
    Object read(Cursor cursor);

    /** @throws BadData when the value does not fit */
    void write(Cursor cursor, Object value);

    /** Writes what stands there when no value is given. */
    void blank(Cursor cursor);

    /** Whether no value need be given: the copybook has one, or it follows from the others. */
    boolean mayBeMissing();
}
