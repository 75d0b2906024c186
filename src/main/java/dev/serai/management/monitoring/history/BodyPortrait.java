package dev.serai.management.monitoring.history;

import dev.serai.engine.message.Masking;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/**
 * What a person is shown of a body: its beginning, masked. A stream that can be read only once is not read, and an object of the integration's
 * own is not asked for its content, as that may do anything.
 */
final class BodyPortrait {

    /** Read beyond what is shown, so that what is masked at the edge is whole. */
    private static final int MARGIN = 64;

    private final Masking masking;
    private final int limit;

    /** A body as it is shown, made at an earlier time. */
    record Shown(String text) {}

    /** @param limit in characters */
    BodyPortrait(Masking masking, long limit) {
        this.masking = masking;
        this.limit = (int) Math.min(limit, 1_000_000);
    }

    /** A body that another thread changes at this moment is none to show. */
    @Nullable
    String of(@Nullable Object body) {
        try {
            return body == null ? null : shown(body);
        } catch (RuntimeException e) {
            return "(a body that cannot be shown: " + e.getClass().getSimpleName() + ")";
        }
    }

    int limit() {
        return limit;
    }

    private String shown(Object body) {
        if (body instanceof Shown earlier) {
            return earlier.text();
        }
        if (body instanceof CharSequence text) {
            return shown(
                    text.subSequence(0, Math.min(text.length(), limit + MARGIN)).toString(),
                    text.length(),
                    " characters");
        }
        if (body instanceof byte[] bytes) {
            return bytes(Arrays.copyOf(bytes, Math.min(bytes.length, limit + MARGIN)), bytes.length);
        }
        if (body instanceof StreamCache cache) {
            return stream(cache);
        }
        if (body instanceof WrappedFile<?> file) {
            return "(the file " + file.getFile() + ")";
        }
        if (body instanceof Number || body instanceof Boolean || body instanceof Enum<?>) {
            return masking.text(body.toString());
        }
        return new Structure(masking, limit).of(body);
    }

    private String bytes(byte[] first, long length) {
        return isText(first, length)
                ? shown(new String(first, StandardCharsets.UTF_8), length, " bytes")
                : "(" + length + " bytes)";
    }

    /** Whether it reads as UTF-8; its last character may be cut in two. */
    private static boolean isText(byte[] first, long length) {
        int whole = first.length == length ? first.length : Math.max(0, first.length - 3);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(whole == first.length ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(first, 0, whole));
            return text.chars().noneMatch(seen -> seen == 0 || seen == 0xFFFD && first.length == whole);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A cached stream stands at its beginning afterwards, as it does when a route is done with it. */
    private String stream(StreamCache cache) {
        Beginning beginning = new Beginning(limit + MARGIN);
        try {
            cache.reset();
            cache.writeTo(beginning);
        } catch (IOException e) {
            if (!beginning.isFull()) {
                return "(a stream that cannot be read)";
            }
        } finally {
            cache.reset();
        }
        return bytes(beginning.bytes(), Math.max(cache.length(), beginning.bytes().length));
    }

    private String shown(String first, long length, String unit) {
        String masked = masking.text(first);
        if (length <= limit) {
            return masked;
        }
        return masked.substring(0, Math.min(limit, masked.length())) + "… (" + length + unit + ")";
    }

    /** The first bytes of a stream; the writing of more is broken off. */
    private static final class Beginning extends OutputStream {

        private final byte[] bytes;
        private int length;

        Beginning(int limit) {
            bytes = new byte[limit];
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int count) throws IOException {
            int taken = Math.min(count, bytes.length - length);
            System.arraycopy(more, offset, bytes, length, taken);
            length += taken;
            if (taken < count) {
                throw new IOException("enough was read");
            }
        }

        boolean isFull() {
            return length == bytes.length;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
