package dev.serai.adapter.legacy.copybook.record;

/** One field. */
abstract class Scalar implements Content {

    /** Its size in bytes. */
    final int size;

    /** Its description, as messages show it. */
    final String words;

    private byte[] initial = new byte[0];
    private boolean hasValue;

    Scalar(int size, String words) {
        this.size = size;
        this.words = words;
    }

    /** What stands there when no value is given; {@code fromCopybook} when the copybook says so. */
    final void initial(byte[] bytes, boolean fromCopybook) {
        initial = bytes;
        hasValue = fromCopybook;
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final void blank(Cursor cursor) {
        cursor.need(size);
        System.arraycopy(initial, 0, cursor.bytes, cursor.at, size);
        cursor.at += size;
    }

    @Override
    public final boolean mayBeMissing() {
        return hasValue;
    }

    final BadData bad(int at, String problem, String hint) {
        return new BadData(at, problem + " (" + words + ")", hint);
    }

    final BadData kind(Cursor cursor, Object value, String expected) {
        String seen = value instanceof java.util.Map
                ? "an object"
                : value instanceof Iterable ? "a list" : "a " + value.getClass().getSimpleName();
        return bad(cursor.at, "the value is " + seen + ", expected " + expected, "");
    }
}
