package dev.serai.adapter.legacy.copybook.record;

/**
 * Floating point as IBM's machines have it since System/360: a sign, an exponent of 16 in excess of 64, and a fraction of 6 or 14
 * hexadecimal digits.
 *
 * @see <a href="https://www.ibm.com/docs/en/module_1678991624569/pdf/SA22-7832-14.pdf">z/Architecture Principles of Operation, chapter 18</a>
 */
final class HexadecimalFloat {

    private static final int BIAS = 64;
    private static final int FRACTION_BITS = 56;
    private static final int SHORT_DROPPED = 32;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;

    private HexadecimalFloat() {}

    /** The number of a long one; of a short one with 32 zeros behind it. Beyond 53 bits it is rounded to the nearest. */
    static double toDouble(long bits) {
        long fraction = bits & FRACTION;
        int exponent = (int) (bits >>> FRACTION_BITS & 0x7F) - BIAS;
        double magnitude = Math.scalb((double) fraction, 4 * exponent - FRACTION_BITS);
        return bits < 0 && fraction != 0 ? -magnitude : magnitude;
    }

    /**
     * @param shorter whether it is rounded to 6 digits, to the nearest
     * @throws ArithmeticException in words, when the number is out of reach
     */
    static long of(double number, boolean shorter) {
        if (number == 0) {
            return 0;
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new ArithmeticException("is infinite or none, which hexadecimal floating point cannot say");
        }
        int binary = Math.getExponent(number);
        if (binary < Double.MIN_EXPONENT) {
            throw new ArithmeticException("is too near to zero");
        }
        int exponent = Math.floorDiv(binary, 4) + 1;
        long significand = Double.doubleToRawLongBits(number) & (1L << 52) - 1 | 1L << 52;
        long fraction = significand << binary + 4 - 4 * exponent;
        if (shorter) {
            fraction = rounded(fraction);
            if (fraction > FRACTION) {
                fraction >>>= 4;
                exponent++;
            }
        }
        if (exponent + BIAS > 127) {
            throw new ArithmeticException("is too large");
        }
        if (exponent + BIAS < 0) {
            throw new ArithmeticException("is too near to zero");
        }
        long sign = number < 0 ? 1L << 63 : 0;
        return sign | (long) (exponent + BIAS) << FRACTION_BITS | fraction;
    }

    /** To the nearest, a tie to the even one. */
    private static long rounded(long fraction) {
        long kept = fraction >>> SHORT_DROPPED;
        long dropped = fraction & (1L << SHORT_DROPPED) - 1;
        long half = 1L << SHORT_DROPPED - 1;
        if (dropped > half || dropped == half && (kept & 1) != 0) {
            kept++;
        }
        return kept << SHORT_DROPPED;
    }
}
