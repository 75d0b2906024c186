package dev.serai.connector.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts, decimals and dates of all kinds, the same for the same seed. */
final class Values {

    /** Latin, accents, euro and dashes, Greek, Cyrillic, Chinese, an emoji beyond sixteen bits, combining marks; what formats use as separators. */
    private static final String CHARACTERS =
            "abcXYZ019 ,;:|\t\"'\\<>&+?*~#%{}[]()äöüßÄÖÜéèñçÅø€–„“αβγΩдюЖ中文字😀e\u0301\u00a0";

    private static final int[] POINTS = CHARACTERS.codePoints().toArray();

    private final Random random;

    Values(long seed) {
        this.random = new Random(seed);
    }

    /** A text that a charset can hold; without white space at its ends. */
    String text(String charset, int longest) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        String text = IntStream.range(0, 1 + random.nextInt(longest))
                .mapToObj(i -> Character.toString(POINTS[random.nextInt(POINTS.length)]))
                .filter(encoder::canEncode)
                .collect(Collectors.joining())
                .strip();
        return text.isEmpty() ? "x" : text;
    }

    /** Up to so many digits, with a scale from 0 to 9, zeros at its end among them. */
    BigDecimal decimal(int digits) {
        BigInteger unscaled = new BigInteger(1 + random.nextInt(3 * digits), random);
        BigDecimal decimal =
                new BigDecimal(unscaled.mod(BigInteger.TEN.pow(digits)), random.nextInt(Math.min(digits, 10)));
        BigDecimal signed = random.nextBoolean() ? decimal : decimal.negate();
        return random.nextInt(4) == 0 ? signed.setScale(2, java.math.RoundingMode.DOWN) : signed;
    }

    /** From 1900 to 2100, each zone from -18:00 to +18:00, to the nanosecond. */
    OffsetDateTime time() {
        long second = random.nextLong(-2_208_988_800L, 4_102_444_800L);
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(random.nextInt(-72, 73) * 900);
        return Instant.ofEpochSecond(second, random.nextInt(1_000_000_000)).atOffset(zone);
    }

    LocalDate date() {
        return LocalDate.of(1900, 3, 1).plusDays(random.nextInt(73_000));
    }

    boolean truth() {
        return random.nextBoolean();
    }
}
