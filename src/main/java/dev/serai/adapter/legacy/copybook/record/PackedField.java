package dev.serai.adapter.legacy.copybook.record;

/** COMP-3: two digits in each byte, the sign in the last half. */
final class PackedField extends NumberField {

    private static final int POSITIVE = 0x0C;
    private static final int NEGATIVE = 0x0D;
    private static final int UNSIGNED = 0x0F;

    PackedField(NumberShape shape) {
        super(shape.digits() / 2 + 1, shape);
    }

    @Override
    void take(Cursor cursor) {
        byte[] bytes = cursor.bytes;
        byte[] digitsOut = cursor.digits;
        int at = cursor.at;
        int last = at + size - 1;
        int count = 0;
        if ((digits & 1) == 0) {
            int pair = bytes[at++];
            if ((pair & 0xF0) != 0 || (pair & 0x0F) > 9) {
                throw noDigit(cursor, at - 1);
            }
            digitsOut[count++] = (byte) ('0' + (pair & 0x0F));
        }
        while (at < last) {
            int pair = bytes[at++];
            int high = pair >> 4 & 0x0F;
            int low = pair & 0x0F;
            if (high > 9 || low > 9) {
                throw noDigit(cursor, at - 1);
            }
            digitsOut[count++] = (byte) ('0' + high);
            digitsOut[count++] = (byte) ('0' + low);
        }
        takeSign(cursor, last, count);
    }

    private void takeSign(Cursor cursor, int last, int count) {
        int pair = cursor.bytes[last];
        int high = pair >> 4 & 0x0F;
        int sign = pair & 0x0F;
        if (high > 9 || sign < 0x0A) {
            throw noDigit(cursor, last);
        }
        boolean negative = sign == NEGATIVE || sign == 0x0B;
        if (negative && !signed) {
            throw bad(last, "the number is negative, but the picture has no S", "correct the copybook");
        }
        if (count < digits) {
            cursor.digits[count++] = (byte) ('0' + high);
        }
        cursor.count = count;
        cursor.negative = negative;
    }

    private BadData noDigit(Cursor cursor, int at) {
        boolean last = at == cursor.at + size - 1;
        String expected =
                last ? "a digit and a sign" : at == cursor.at && (digits & 1) == 0 ? "0 and a digit" : "two digits";
        return bad(
                at,
                "byte " + (at - cursor.at + 1) + " of the number is " + BadData.hex(cursor.bytes[at]) + ", expected "
                        + expected,
                cursor.bytes[at] == spaceByte() || cursor.bytes[at] == 0
                        ? "if blanks are meant to be no number, set blanks=null"
                        : "compare the place of the field with the copybook");
    }

    @Override
    void put(Cursor cursor) {
        int half = size * 2 - 1 - digits;
        java.util.Arrays.fill(cursor.bytes, cursor.at, cursor.at + size, (byte) 0);
        for (int i = 0; i < digits; i++, half++) {
            int digit = cursor.digits[i] - '0';
            cursor.bytes[cursor.at + half / 2] |= (byte) ((half & 1) == 0 ? digit << 4 : digit);
        }
        int sign = !signed ? UNSIGNED : cursor.negative ? NEGATIVE : POSITIVE;
        cursor.bytes[cursor.at + size - 1] |= (byte) sign;
    }
}
