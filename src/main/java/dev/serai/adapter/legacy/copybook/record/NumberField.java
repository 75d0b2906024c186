package dev.serai.adapter.legacy.copybook.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A number of a fixed count of digits. Its digits are taken out of the bytes as characters, so that JSON needs no arithmetic. */
abstract class NumberField extends Scalar {

    private static final int LONGEST_TEXT = 200;

    final int digits;
    final int scale;
    final boolean signed;
    private final boolean blankIsNull;
    private final byte space;

    NumberField(int size, NumberShape shape) {
        super(size, shape.words());
        this.digits = shape.digits();
        this.scale = shape.scale();
        this.signed = shape.signed();
        this.blankIsNull = shape.blankIsNull();
        this.space = shape.space();
    }

    /**
     * What all numbers have.
     *
     * @param digits of the picture
     * @param scale of them behind the point
     * @param signed whether it can be negative
     * @param blankIsNull whether blanks are null
     * @param space the blank of the code page
     * @param words the description, for messages
     */
    record NumberShape(int digits, int scale, boolean signed, boolean blankIsNull, byte space, String words) {}

    /** Puts digits and sign of the field at the cursor into the cursor, without moving it. */
    abstract void take(Cursor cursor);

    /** Writes digits and sign of the cursor, {@link #width} of them, into the field at the cursor. */
    abstract void put(Cursor cursor);

    /** The most digits that the bytes hold, whatever the picture says. */
    int width() {
        return digits;
    }

    /** Whether a whole number, the point left out, fits. */
    boolean fits(BigInteger unscaled, int length) {
        return length <= digits;
    }

    @Override
    public final void json(Cursor cursor, JsonBuffer out) {
        cursor.need(size);
        if (blankIsNull && isBlank(cursor)) {
            out.nothing();
        } else {
            take(cursor);
            out.decimal(cursor.digits, cursor.count, scale, cursor.negative);
        }
        cursor.at += size;
    }

    @Override
    public final @Nullable Object read(Cursor cursor) {
        cursor.need(size);
        if (blankIsNull && isBlank(cursor)) {
            cursor.at += size;
            return null;
        }
        take(cursor);
        cursor.at += size;
        return number(cursor);
    }

    final byte spaceByte() {
        return space;
    }

    private boolean isBlank(Cursor cursor) {
        byte first = cursor.bytes[cursor.at];
        if (first != space && first != 0 && first != (byte) 0xFF) {
            return false;
        }
        for (int i = 1; i < size; i++) {
            if (cursor.bytes[cursor.at + i] != first) {
                return false;
            }
        }
        return canBeBlank(first);
    }

    /** Whether a field of nothing but this byte is no number. */
    boolean canBeBlank(byte one) {
        return true;
    }

    /** Integer or Long as far as the field's largest number is one, else BigDecimal. */
    Object number(Cursor cursor) {
        int whole = width() - Math.min(0, scale);
        if (cursor.count > 18 || whole > 18) {
            BigDecimal number = new BigDecimal(decimal(cursor), scale);
            return scale > 0 ? number : number.setScale(0);
        }
        long value = whole(cursor);
        if (scale > 0) {
            return BigDecimal.valueOf(value, scale);
        }
        for (int i = scale; i < 0; i++) {
            value *= 10;
        }
        if (whole > 9) {
            return value;
        }
        return (int) value;
    }

    static BigInteger decimal(Cursor cursor) {
        BigInteger value =
                new BigInteger(new String(cursor.digits, 0, cursor.count, java.nio.charset.StandardCharsets.US_ASCII));
        return cursor.negative ? value.negate() : value;
    }

    static long whole(Cursor cursor) {
        long value = 0;
        for (int i = 0; i < cursor.count; i++) {
            value = value * 10 + cursor.digits[i] - '0';
        }
        return cursor.negative ? -value : value;
    }

    /** The number at a place, as a rule compares it. */
    final BigDecimal at(Cursor cursor, int position) {
        takeAt(cursor, position);
        return new BigDecimal(decimal(cursor), scale);
    }

    /** The whole number at a place; cut off where it is too large to be a number of elements. */
    final long count(Cursor cursor, int position) {
        takeAt(cursor, position);
        return cursor.count > 18
                ? decimal(cursor).min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue()
                : whole(cursor);
    }

    private void takeAt(Cursor cursor, int position) {
        int before = cursor.at;
        cursor.at = position;
        try {
            cursor.need(size);
            take(cursor);
        } finally {
            cursor.at = before;
        }
    }

    /** Writes a number at a place. */
    final void writeAt(Cursor cursor, int position, Object value) {
        int before = cursor.at;
        cursor.at = position;
        write(cursor, value);
        cursor.at = before;
    }

    @Override
    public final void write(Cursor cursor, Object value) {
        cursor.need(size);
        BigInteger unscaled = unscaled(cursor, decimal(cursor, value));
        if (unscaled.signum() < 0 && !signed) {
            throw bad(cursor.at, "the number is negative, but the field has no sign", "give the picture an S");
        }
        String text = unscaled.abs().toString();
        if (!fits(unscaled, text.length())) {
            throw tooLarge(cursor, text.length() - scale);
        }
        spread(text, cursor);
        cursor.negative = unscaled.signum() < 0;
        put(cursor);
        cursor.at += size;
    }

    private void spread(String text, Cursor cursor) {
        int gap = width() - text.length();
        for (int i = 0; i < width(); i++) {
            cursor.digits[i] = (byte) (i < gap ? '0' : text.charAt(i - gap));
        }
        cursor.count = width();
    }

    /** The digits as one whole number; what the field cannot hold is refused, never cut off. */
    private BigInteger unscaled(Cursor cursor, BigDecimal number) {
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (shortest.signum() != 0 && shortest.scale() > scale) {
            String problem = scale >= 0
                    ? "the number has " + shortest.scale() + " decimals, the field " + scale
                    : "the number is no multiple of 1" + "0".repeat(-scale);
            throw bad(cursor.at, problem, "round it before it is written");
        }
        long whole = (long) shortest.precision() - shortest.scale();
        if (shortest.signum() != 0 && whole > width() - scale) {
            throw tooLarge(cursor, whole);
        }
        return shortest.setScale(scale).unscaledValue();
    }

    private BadData tooLarge(Cursor cursor, long whole) {
        return bad(
                cursor.at,
                "the number has " + whole + " digits before the point and is too large",
                "widen the field in the copybook, or correct the number");
    }

    private BigDecimal decimal(Cursor cursor, Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        boolean readable =
                value instanceof Number || value instanceof CharSequence text && text.length() <= LONGEST_TEXT;
        if (!readable) {
            throw kind(cursor, value, "a number");
        }
        try {
            return new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            throw bad(cursor.at, "the value is no number", "");
        }
    }
}
