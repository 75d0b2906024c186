package dev.serai.foundation.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** The few forms of DER that keys and certificates are made of. */
final class Der {

    private static final int SEQUENCE = 0x30;
    static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);
    private static final int OCTETS = 0x04;
    private static final int SHORT = 0x80;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(SEQUENCE, parts);
    }

    static byte[] octets(byte[] content) {
        return tagged(OCTETS, content);
    }

    static byte[] zero() {
        return new byte[] {INTEGER, 1, 0};
    }

    static byte[] integer(BigInteger number) {
        return tagged(INTEGER, number.toByteArray());
    }

    static byte[] bits(byte[] content) {
        return tagged(BITS, new byte[] {0}, content);
    }

    /** To the second. RFC 5280 wants the short form of years before 2050. */
    static byte[] time(Instant time) {
        String text = TIME.format(time.atZone(ZoneOffset.UTC));
        boolean early = text.compareTo("2050") < 0;
        byte[] digits = (early ? text.substring(2) : text).getBytes(StandardCharsets.US_ASCII);
        return tagged(early ? UTC_TIME : GENERALIZED_TIME, digits);
    }

    static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < SHORT) {
            out.write(length);
            return;
        }
        int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(SHORT | bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            out.write(length >> (8 * i));
        }
    }

    /** The first element inside a sequence, with its tag and length. */
    static byte[] firstInside(byte[] sequence) {
        int from = headerLength(sequence, 0);
        int to = from + headerLength(sequence, from) + length(sequence, from);
        return Arrays.copyOfRange(sequence, from, to);
    }

    private static int headerLength(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return first < SHORT ? 2 : 2 + first - SHORT;
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        int length = first < SHORT ? first : 0;
        for (int i = 0; i < first - SHORT; i++) {
            length = length << 8 | der[at + 2 + i] & 0xFF;
        }
        return length;
    }
}
