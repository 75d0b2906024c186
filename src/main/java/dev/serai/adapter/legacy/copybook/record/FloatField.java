package dev.serai.adapter.legacy.copybook.record;

/** COMP-1 and COMP-2: IBM's hexadecimal floating point, or IEEE 754. */
final class FloatField extends Scalar {

    private final boolean ieee;
    private final boolean littleEndian;

    FloatField(int size, String words, boolean ieee, boolean littleEndian) {
        super(size, words);
        this.ieee = ieee;
        this.littleEndian = ieee && littleEndian;
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        int at = cursor.at;
        Number number = read(cursor);
        if (!Double.isFinite(number.doubleValue())) {
            throw bad(at, "the number is infinite or none, which JSON cannot say", "");
        }
        out.ascii(number.toString());
    }

    /** A Float where it is one exactly: a short hexadecimal number can be larger than any Float. */
    @Override
    public Number read(Cursor cursor) {
        cursor.need(size);
        long bits = load(cursor);
        cursor.at += size;
        if (ieee) {
            return size == 4 ? (Number) Float.intBitsToFloat((int) bits) : (Number) Double.longBitsToDouble(bits);
        }
        double value = HexadecimalFloat.toDouble(size == 4 ? bits << 32 : bits);
        return size == 4 && (float) value == value ? (Number) (float) value : (Number) value;
    }

    private long load(Cursor cursor) {
        long bits = 0;
        for (int i = 0; i < size; i++) {
            int at = littleEndian ? size - 1 - i : i;
            bits = bits << 8 | cursor.bytes[cursor.at + at] & 0xFF;
        }
        return bits;
    }

    @Override
    public void write(Cursor cursor, Object value) {
        cursor.need(size);
        long bits = ieee ? ieeeBits(cursor, number(cursor, value)) : hexadecimalBits(cursor, number(cursor, value));
        for (int i = 0; i < size; i++) {
            int at = littleEndian ? i : size - 1 - i;
            cursor.bytes[cursor.at + at] = (byte) bits;
            bits >>>= 8;
        }
        cursor.at += size;
    }

    private double number(Cursor cursor, Object value) {
        if (!(value instanceof Number) && !(value instanceof CharSequence)) {
            throw kind(cursor, value, "a number");
        }
        try {
            double number = Double.parseDouble(value.toString());
            boolean given = value instanceof Double || value instanceof Float;
            if (Double.isInfinite(number) && !given) {
                throw tooLarge(cursor);
            }
            return number;
        } catch (NumberFormatException e) {
            throw bad(cursor.at, "the value is no number", "");
        }
    }

    private long ieeeBits(Cursor cursor, double number) {
        if (size == 8) {
            return Double.doubleToRawLongBits(number);
        }
        float narrow = (float) number;
        if (Float.isInfinite(narrow) && !Double.isInfinite(number)) {
            throw tooLarge(cursor);
        }
        if (narrow == 0 && number != 0) {
            throw bad(cursor.at, "the number is too near to zero", "");
        }
        return Float.floatToRawIntBits(narrow);
    }

    private long hexadecimalBits(Cursor cursor, double number) {
        try {
            long bits = HexadecimalFloat.of(number, size == 4);
            return size == 4 ? bits >>> 32 : bits;
        } catch (ArithmeticException e) {
            throw bad(cursor.at, "the number " + e.getMessage(), "");
        }
    }

    private BadData tooLarge(Cursor cursor) {
        return bad(cursor.at, "the number is too large", "");
    }
}
