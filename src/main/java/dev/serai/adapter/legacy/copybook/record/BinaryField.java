package dev.serai.adapter.legacy.copybook.record;

import java.math.BigDecimal;
import java.math.BigInteger;

/** COMP and COMP-5: a binary number of 2, 4 or 8 bytes. */
final class BinaryField extends NumberField {

    private static final int[] WIDTHS = {0, 0, 5, 0, 10, 0, 0, 0, 20};
    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private final boolean littleEndian;
    private final boolean full;

    /** @param full whether it may hold all that its bytes can, rather than the digits of its picture */
    BinaryField(NumberShape shape, boolean littleEndian, boolean full) {
        super(sizeOf(shape.digits()), shape);
        this.littleEndian = littleEndian;
        this.full = full;
    }

    /** Bytes for so many digits. */
    static int sizeOf(int digits) {
        return digits <= 4 ? 2 : digits <= 9 ? 4 : 8;
    }

    @Override
    int width() {
        return WIDTHS[size];
    }

    @Override
    boolean canBeBlank(byte one) {
        return false;
    }

    @Override
    boolean fits(BigInteger unscaled, int length) {
        if (!full) {
            return length <= digits;
        }
        return unscaled.bitLength() <= size * 8 - (signed ? 1 : 0);
    }

    @Override
    void take(Cursor cursor) {
        long value = load(cursor);
        boolean negative = signed && value < 0;
        cursor.negative = negative;
        digits(cursor, negative ? -value : value);
    }

    private long load(Cursor cursor) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            int at = littleEndian ? size - 1 - i : i;
            value = value << 8 | cursor.bytes[cursor.at + at] & 0xFF;
        }
        int unused = 64 - size * 8;
        return signed ? value << unused >> unused : value;
    }

    /** From the last digit to the first; a number that is negative here has its highest bit set and no sign. */
    private void digits(Cursor cursor, long value) {
        byte[] out = cursor.digits;
        int at = WIDTHS[size];
        long rest = value;
        if (rest < 0) {
            long tenth = Long.divideUnsigned(rest, 10);
            out[--at] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        }
        do {
            long tenth = rest / 10;
            out[--at] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        } while (rest != 0);
        cursor.count = WIDTHS[size] - at;
        System.arraycopy(out, at, out, 0, cursor.count);
    }

    @Override
    Object number(Cursor cursor) {
        if (scale < 0) {
            return new BigDecimal(decimal(cursor), scale).setScale(0);
        }
        if (scale > 0) {
            return new BigDecimal(decimal(cursor), scale);
        }
        if (cursor.count > 18 && decimal(cursor).compareTo(LARGEST_LONG) > 0) {
            return new BigDecimal(decimal(cursor));
        }
        long value = whole(cursor);
        if (size == 2 || size == 4 && signed) {
            return (int) value;
        }
        return value;
    }

    @Override
    void put(Cursor cursor) {
        long value = 0;
        for (int i = 0; i < cursor.count; i++) {
            value = value * 10 + cursor.digits[i] - '0';
        }
        if (cursor.negative) {
            value = -value;
        }
        for (int i = 0; i < size; i++) {
            int at = littleEndian ? i : size - 1 - i;
            cursor.bytes[cursor.at + at] = (byte) value;
            value >>>= 8;
        }
    }
}
