package dev.serai.adapter.legacy.copybook.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item that occurs several times: always as often, or as often as another field says. */
final class Table implements Content {

    private final Content element;
    private final int least;
    private final int most;
    private final @Nullable Counter counter;
    private final boolean slide;
    private final boolean initialWhenMissing;

    /**
     * The field that holds the number of elements.
     *
     * @param field it
     * @param slot where its place is noted
     * @param name for messages
     */
    record Counter(NumberField field, int slot, String name) {}

    Table(Content element, int least, int most, @Nullable Counter counter, Dialect dialect) {
        this.element = element;
        this.least = least;
        this.most = most;
        this.counter = counter;
        this.slide = dialect.slide();
        this.initialWhenMissing = dialect.initialWhenMissing();
    }

    @Override
    public int size() {
        return most * element.size();
    }

    private int count(Cursor cursor) {
        if (counter == null) {
            return most;
        }
        int at = cursor.slots[counter.slot()];
        return inBounds(count(cursor, counter, at), at);
    }

    private static long count(Cursor cursor, Counter counter, int at) {
        try {
            return counter.field().count(cursor, at);
        } catch (BadData e) {
            throw new BadData(
                    e.at(), "the number of elements in " + counter.name() + " cannot be read: " + e.problem(), "");
        }
    }

    private int inBounds(long count, int at) {
        if (count < least || count > most) {
            String where = counter == null ? "" : " in " + counter.name();
            throw new BadData(
                    at,
                    "the number of elements" + where + " is " + count + ", expected " + least + " to " + most,
                    "correct the record, or OCCURS in the copybook");
        }
        return (int) count;
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        int count = count(cursor);
        int begin = cursor.at;
        out.put('[');
        int i = 0;
        try {
            for (; i < count; i++) {
                if (i > 0) {
                    out.put(',');
                }
                element.json(cursor, out);
            }
        } catch (BadData e) {
            throw e.element(i);
        }
        out.put(']');
        stand(cursor, begin);
    }

    @Override
    public List<@Nullable Object> read(Cursor cursor) {
        int count = count(cursor);
        int begin = cursor.at;
        List<@Nullable Object> values = new ArrayList<>(count);
        int i = 0;
        try {
            for (; i < count; i++) {
                values.add(element.read(cursor));
            }
        } catch (BadData e) {
            throw e.element(i);
        }
        stand(cursor, begin);
        return values;
    }

    /** Where nothing slides, the room of elements that are not there is passed over. */
    private void stand(Cursor cursor, int begin) {
        if (counter != null && !slide) {
            cursor.at = begin;
            cursor.skip(size());
        }
    }

    @Override
    public void write(Cursor cursor, Object value) {
        List<?> values = list(cursor, value);
        int count = given(cursor, values.size());
        int i = 0;
        try {
            for (Object one : values) {
                if (one == null) {
                    throw new BadData(cursor.at, "the element is null", "leave it out, or give it a value");
                }
                element.write(cursor, one);
                i++;
            }
        } catch (BadData e) {
            throw e.element(i);
        }
        blanks(cursor, count - values.size());
        room(cursor, count);
    }

    private static List<?> list(Cursor cursor, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (value instanceof Iterable<?> several) {
            List<Object> list = new ArrayList<>();
            several.forEach(list::add);
            return list;
        }
        throw new BadData(
                cursor.at, "the value is a " + value.getClass().getSimpleName() + ", expected a list of elements", "");
    }

    /** How many elements are to be written for so many values. */
    private int given(Cursor cursor, int values) {
        if (counter != null) {
            return agreed(cursor, counter, inBounds(values, cursor.at));
        }
        if (values > most || values < most && !initialWhenMissing) {
            throw new BadData(
                    cursor.at,
                    "the list has " + values + " elements, expected " + most,
                    values < most ? "fill it up, or set missing=initial" : "");
        }
        return most;
    }

    /** The counter is filled in where it was not given, and must else agree. */
    private static int agreed(Cursor cursor, Counter counter, int values) {
        int at = cursor.slots[counter.slot()];
        if (cursor.open[counter.slot()]) {
            counter.field().writeAt(cursor, at, values);
            cursor.open[counter.slot()] = false;
        }
        long count = counter.field().count(cursor, at);
        if (count != values) {
            throw new BadData(
                    cursor.at,
                    "the list has " + values + " elements, but " + counter.name() + " says " + count,
                    "leave " + counter.name() + " out: it follows from the list");
        }
        return values;
    }

    @Override
    public void blank(Cursor cursor) {
        int count = most;
        if (counter != null) {
            count = cursor.open[counter.slot()] ? agreed(cursor, counter, least) : count(cursor);
        }
        blanks(cursor, count);
        room(cursor, count);
    }

    private void room(Cursor cursor, int count) {
        if (counter != null && !slide) {
            blanks(cursor, most - count);
        }
    }

    private void blanks(Cursor cursor, int count) {
        for (int i = 0; i < count; i++) {
            element.blank(cursor);
        }
    }

    @Override
    public boolean mayBeMissing() {
        return false;
    }
}
