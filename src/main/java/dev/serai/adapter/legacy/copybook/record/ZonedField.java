package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.SignRule;

/** USAGE DISPLAY: a digit in each byte, the sign over the first or last of them or in a byte of its own. */
final class ZonedField extends NumberField {

    private static final String POSITIVE = "{ABCDEFGHI";
    private static final String NEGATIVE = "}JKLMNOPQR";
    private static final int MINUS = 0x10;

    private final SignRule sign;
    private final int zone;
    private final byte plus;
    private final byte minus;
    private final int first;
    private final int signAt;
    private final byte[] signedDigits = new byte[256];
    private final byte[] positive = new byte[10];
    private final byte[] negative = new byte[10];

    ZonedField(NumberShape shape, SignRule sign, CodePage page, boolean asciiOverpunch) {
        super(shape.digits() + (shape.signed() && sign.separate() ? 1 : 0), shape);
        this.sign = sign;
        this.zone = page.zone();
        this.plus = page.sign('+');
        this.minus = page.sign('-');
        this.first = signed && sign.separate() && sign.leading() ? 1 : 0;
        this.signAt = sign.leading() ? 0 : size - 1;
        java.util.Arrays.fill(signedDigits, (byte) -1);
        for (int digit = 0; digit < 10; digit++) {
            if (page.isEbcdic()) {
                overpunchEbcdic(digit);
            } else {
                overpunchAscii(digit, asciiOverpunch);
            }
        }
    }

    private void overpunchEbcdic(int digit) {
        for (int positiveZone : signed ? new int[] {0xF0, 0xC0, 0xA0, 0xE0} : new int[] {0xF0, 0xC0}) {
            signedDigits[positiveZone | digit] = (byte) digit;
        }
        positive[digit] = (byte) ((signed ? 0xC0 : 0xF0) | digit);
        negative[digit] = (byte) (0xD0 | digit);
        if (signed) {
            signedDigits[0xD0 | digit] = (byte) (MINUS | digit);
            signedDigits[0xB0 | digit] = (byte) (MINUS | digit);
        }
    }

    /** Read is what any compiler writes; they do not contradict each other. */
    private void overpunchAscii(int digit, boolean asciiOverpunch) {
        signedDigits['0' + digit] = (byte) digit;
        positive[digit] = (byte) (signed && !asciiOverpunch ? POSITIVE.charAt(digit) : '0' + digit);
        negative[digit] = (byte) (asciiOverpunch ? 'p' + digit : NEGATIVE.charAt(digit));
        if (signed) {
            signedDigits[POSITIVE.charAt(digit)] = (byte) digit;
            signedDigits[NEGATIVE.charAt(digit)] = (byte) (MINUS | digit);
            signedDigits['p' + digit] = (byte) (MINUS | digit);
        }
    }

    @Override
    void take(Cursor cursor) {
        byte[] bytes = cursor.bytes;
        byte[] digitsOut = cursor.digits;
        int from = cursor.at + first;
        for (int i = 0; i < digits; i++) {
            int digit = (bytes[from + i] & 0xFF) - zone;
            if (digit < 0 || digit > 9) {
                digit = overpunched(cursor, from + i);
            }
            digitsOut[i] = (byte) ('0' + digit);
        }
        cursor.count = digits;
        cursor.negative = signed && isNegative(cursor);
    }

    private int overpunched(Cursor cursor, int at) {
        int code = signedDigits[cursor.bytes[at] & 0xFF];
        if (at - cursor.at != signAt || signed && sign.separate() || code < 0) {
            throw bad(
                    at,
                    "byte " + (at - cursor.at + 1) + " of the number is " + BadData.hex(cursor.bytes[at])
                            + ", expected a digit",
                    cursor.bytes[at] == spaceByte() ? "if blanks are meant to be no number, set blanks=null" : "");
        }
        return code & 0x0F;
    }

    private boolean isNegative(Cursor cursor) {
        byte one = cursor.bytes[cursor.at + signAt];
        if (!sign.separate()) {
            return (signedDigits[one & 0xFF] & MINUS) != 0;
        }
        if (one != plus && one != minus) {
            throw bad(cursor.at + signAt, "the sign is " + BadData.hex(one) + ", expected + or -", "");
        }
        return one == minus;
    }

    @Override
    void put(Cursor cursor) {
        int from = cursor.at + first;
        for (int i = 0; i < digits; i++) {
            cursor.bytes[from + i] = (byte) (zone | cursor.digits[i] - '0');
        }
        if (signed && sign.separate()) {
            cursor.bytes[cursor.at + signAt] = cursor.negative ? minus : plus;
        } else if (signed) {
            int digit = cursor.bytes[cursor.at + signAt] & 0x0F;
            cursor.bytes[cursor.at + signAt] = cursor.negative ? negative[digit] : positive[digit];
        }
    }
}
