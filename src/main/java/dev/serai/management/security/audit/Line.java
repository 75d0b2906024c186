package dev.serai.management.security.audit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * One line of the log, in its one form:
 *
 * <pre>{@code {"number":…,"at":…,…,"detail":…,"previous":"HASH","seal":"SIGNATURE","hash":"HASH"}}</pre>
 *
 * <p>{@code previous} is the hash of the line before; the seal, where there is one, signs everything before itself; the hash is that of
 * everything before it, seal included. A line is a range of a buffer, without its line break.
 */
final class Line {

    private static final byte[] BEGIN = ascii("{\"number\":");
    private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
    private static final byte[] SEAL = ascii(",\"seal\":\"");
    private static final byte[] HASH = ascii(",\"hash\":\"");
    private static final byte[] END = ascii("\"}");

    private static final int SEAL_LETTERS = 88;
    private static final int LONGEST_FIELD = 1_000;

    private final byte[] buffer;
    private final int from;
    private final int to;
    private final int hashAt;
    private final int hashedTo;
    private final int sealedTo;
    private final int previousAt;

    private Line(byte[] buffer, int from, int to) {
        this.buffer = buffer;
        this.from = from;
        this.to = to;
        hashAt = to - END.length - Digest.LETTERS;
        hashedTo = hashAt - HASH.length;
        int withoutSeal = hashedTo - 1 - SEAL_LETTERS - SEAL.length;
        sealedTo = stands(SEAL, withoutSeal) ? withoutSeal : hashedTo;
        previousAt = sealedTo - 1 - Digest.LETTERS;
    }

    /** The line in a range of a buffer; empty when it has another form. */
    static Optional<Line> in(byte[] buffer, int from, int to) {
        Line line = new Line(buffer, from, to);
        return line.isWellFormed() ? Optional.of(line) : Optional.empty();
    }

    static Optional<Line> of(byte[] line) {
        return in(line, 0, line.length);
    }

    /** Writes a record with its line break; its seal is left out when there is no key. */
    static byte[] write(AuditRecord record, String previous, Optional<SealKey> key, Digest digest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        out.writeBytes(BEGIN);
        out.writeBytes(ascii(String.valueOf(record.number())));
        field(out, "at", record.at().toString());
        field(out, "actor", record.actor());
        field(out, "means", record.means());
        field(out, "address", record.address());
        field(out, "action", record.action());
        field(out, "subject", record.subject());
        field(out, "outcome", record.outcome().name());
        field(out, "detail", record.detail());
        field(out, "previous", previous);
        key.ifPresent(sealing ->
                field(out, "seal", Base64.getEncoder().encodeToString(sealing.sign(out.toByteArray(), 0, out.size()))));
        byte[] content = out.toByteArray();
        field(out, "hash", digest.of(content, 0, content.length));
        out.write('}');
        out.write('\n');
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, String name, String value) {
        out.writeBytes(ascii(",\"" + name + "\":\""));
        out.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(storable(value)));
        out.write('"');
    }

    /** Short enough, and without halves of surrogate pairs, which no file can hold. */
    private static String storable(String value) {
        String cut = value.length() <= LONGEST_FIELD ? value : value.substring(0, LONGEST_FIELD) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private boolean isWellFormed() {
        return stands(BEGIN, from)
                && stands(END, to - END.length)
                && stands(HASH, hashedTo)
                && previousAt - PREVIOUS.length > from
                && stands(PREVIOUS, previousAt - PREVIOUS.length)
                && number() > 0;
    }

    private boolean stands(byte[] expected, int at) {
        return at >= from
                && at + expected.length <= to
                && Arrays.equals(buffer, at, at + expected.length, expected, 0, expected.length);
    }

    /** The record's number; 0 when there is none to read. */
    long number() {
        long number = 0;
        for (int i = from + BEGIN.length; i < to && i < from + BEGIN.length + 18; i++) {
            if (buffer[i] == ',') {
                return number;
            }
            if (buffer[i] < '0' || buffer[i] > '9') {
                return 0;
            }
            number = number * 10 + buffer[i] - '0';
        }
        return 0;
    }

    boolean isHashed(Digest digest) {
        return digest.matches(buffer, from, hashedTo, hashAt);
    }

    String hash() {
        return text(hashAt);
    }

    String previous() {
        return text(previousAt);
    }

    boolean follows(String hash) {
        for (int i = 0; i < Digest.LETTERS; i++) {
            if (buffer[previousAt + i] != hash.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String text(int at) {
        return new String(buffer, at, Digest.LETTERS, StandardCharsets.US_ASCII);
    }

    boolean hasSeal() {
        return sealedTo < hashedTo;
    }

    /** Whether it has a seal, by this key. */
    boolean isSealedBy(PublicKeyFile key) {
        if (!hasSeal()) {
            return false;
        }
        try {
            int at = sealedTo + SEAL.length;
            byte[] seal = Base64.getDecoder().decode(Arrays.copyOfRange(buffer, at, at + SEAL_LETTERS));
            return key.verifies(buffer, from, sealedTo, seal);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    byte[] bytes() {
        return Arrays.copyOfRange(buffer, from, to);
    }
}
