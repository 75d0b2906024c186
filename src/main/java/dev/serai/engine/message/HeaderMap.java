package dev.serai.engine.message;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.camel.util.CaseInsensitiveMap;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one message, found without regard to upper and lower case, in the order in which they were set. A message has few headers, and is copied
 * at every step that may be tried again: they stand in arrays, which a copy shares until one of both is written. Above {@link #MOST} they move into
 * Camel's own map, which finds one among many faster. Not for several threads at once, as Camel's own is not.
 */
final class HeaderMap extends AbstractMap<String, Object> {

    /** Looking at each is faster than any tree up to about here. */
    static final int MOST = 48;

    private static final int FIRST_ROOM = 16;
    private static final String[] NO_NAMES = {};
    private static final int[] NO_MARKS = {};

    private String[] names = NO_NAMES;
    private @Nullable Object[] values = NO_NAMES;
    private int[] marks = NO_MARKS;
    private int size;
    private int changes;
    private boolean shared;
    private @Nullable Map<String, Object> many;

    @Override
    public int size() {
        return many == null ? size : many.size();
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        if (many != null) {
            return name instanceof String ? many.get(name) : null;
        }
        int at = place(name);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return many == null ? place(name) >= 0 : name instanceof String && many.containsKey(name);
    }

    private int place(@Nullable Object name) {
        return name instanceof String text ? place(text, mark(text)) : -1;
    }

    private int place(String name, int mark) {
        for (int at = 0; at < size; at++) {
            if (marks[at] == mark && name.equalsIgnoreCase(names[at])) {
                return at;
            }
        }
        return -1;
    }

    /** Of the length and of three characters, the same in upper and lower case. Most names differ in one of them. */
    private static int mark(String name) {
        int length = name.length();
        return length == 0
                ? 0
                : length
                        | folded(name, length - 1) << 8
                        | folded(name, length / 2) << 16
                        | folded(name, length / 3) << 24;
    }

    /** As {@link String#equalsIgnoreCase} compares: some letters are alike in capitals alone, some in small letters alone. */
    private static int folded(String name, int at) {
        return Character.toLowerCase(Character.toUpperCase(name.charAt(at)));
    }

    /** A name that is there stays as it was written first. */
    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
        if (many != null) {
            return many.put(name, value);
        }
        int mark = mark(name);
        int at = place(name, mark);
        if (at >= 0) {
            own();
            Object before = values[at];
            values[at] = value;
            return before;
        }
        return size == MOST ? move().put(name, value) : append(name, mark, value);
    }

    private @Nullable Object append(String name, int mark, @Nullable Object value) {
        own();
        if (size == names.length) {
            room(size == 0 ? FIRST_ROOM : size * 2);
        }
        names[size] = name;
        marks[size] = mark;
        values[size] = value;
        size++;
        changes++;
        return null;
    }

    private Map<String, Object> move() {
        Map<String, Object> moved = new CaseInsensitiveMap(this);
        clear();
        many = moved;
        return moved;
    }

    /** Before each change: what is shared with a copy stays as it is. */
    private void own() {
        if (shared) {
            room(names.length);
            shared = false;
        }
    }

    private void room(int length) {
        names = Arrays.copyOf(names, length);
        marks = Arrays.copyOf(marks, length);
        values = Arrays.copyOf(values, length, Object[].class);
    }

    @Override
    public void putAll(Map<? extends String, ?> all) {
        if (isEmpty() && many == null && all instanceof HeaderMap other && other.many == null) {
            share(other);
        } else {
            all.forEach(this::put);
        }
    }

    private void share(HeaderMap other) {
        if (other.size > 0) {
            names = other.names;
            values = other.values;
            marks = other.marks;
            size = other.size;
            changes++;
            shared = true;
            other.shared = true;
        }
    }

    @Override
    public @Nullable Object remove(@Nullable Object name) {
        if (many != null) {
            return name instanceof String ? many.remove(name) : null;
        }
        int at = place(name);
        return at < 0 ? null : removeAt(at);
    }

    private @Nullable Object removeAt(int at) {
        own();
        Object before = values[at];
        int behind = size - at - 1;
        System.arraycopy(names, at + 1, names, at, behind);
        System.arraycopy(marks, at + 1, marks, at, behind);
        System.arraycopy(values, at + 1, values, at, behind);
        size--;
        values[size] = null;
        changes++;
        return before;
    }

    @Override
    public void clear() {
        names = NO_NAMES;
        values = NO_NAMES;
        marks = NO_MARKS;
        size = 0;
        changes++;
        shared = false;
        many = null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        if (many != null) {
            many.forEach(action);
            return;
        }
        int begun = changes;
        for (int at = 0; at < size; at++) {
            action.accept(names[at], values[at]);
            unchangedSince(begun);
        }
    }

    private void unchangedSince(int count) {
        if (changes != count) {
            throw new ConcurrentModificationException("a header was added or removed by whoever reads them all");
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return many == null ? new Entries() : many.entrySet();
    }

    private final class Entries extends AbstractSet<Entry<String, Object>> {

        @Override
        public Iterator<Entry<String, Object>> iterator() {
            return new Each();
        }

        @Override
        public int size() {
            return HeaderMap.this.size();
        }

        @Override
        public void clear() {
            HeaderMap.this.clear();
        }
    }

    private final class Each implements Iterator<Entry<String, Object>> {

        private int next;
        private int seen = changes;
        private boolean removable;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Entry<String, Object> next() {
            unchangedSince(seen);
            if (next >= size) {
                throw new NoSuchElementException();
            }
            removable = true;
            return new One(names[next], values[next++]);
        }

        @Override
        public void remove() {
            unchangedSince(seen);
            if (!removable) {
                throw new IllegalStateException();
            }
            removable = false;
            removeAt(--next);
            seen = changes;
        }
    }

    private final class One extends SimpleEntry<String, Object> {

        private static final long serialVersionUID = 1L;

        One(String name, @Nullable Object value) {
            super(name, value);
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            put(getKey(), value);
            return super.setValue(value);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
