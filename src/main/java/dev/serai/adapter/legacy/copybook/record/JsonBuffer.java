package dev.serai.adapter.legacy.copybook.record;

import java.util.Arrays;

/** JSON as UTF-8 bytes, written without a text in between. */
public final class JsonBuffer {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    byte[] bytes = new byte[1 << 17];
    int length;

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    /** Takes back what was written behind a length. */
    public void cut(int before) {
        length = before;
    }

    void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** One ASCII character. */
    public void put(char one) {
        ensure(1);
        bytes[length++] = (byte) one;
    }

    void raw(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    /** Each member leaves a comma behind: the last of them becomes the end of the object. */
    void endObject() {
        if (bytes[length - 1] == ',') {
            bytes[length - 1] = '}';
        } else {
            put('}');
        }
    }

    void nothing() {
        raw(NULL);
    }

    /**
     * A number.
     *
     * @param digits in ASCII
     * @param count how many they are
     * @param scale how many of them stand behind the point; negative for zeros behind the last
     * @param negative whether it has a minus, which a zero has not
     */
    void decimal(byte[] digits, int count, int scale, boolean negative) {
        ensure(count + Math.abs(scale) + 3);
        int first = 0;
        while (first < count && digits[first] == '0') {
            first++;
        }
        if (negative && first < count) {
            bytes[length++] = '-';
        }
        int whole = count - scale;
        if (whole <= 0) {
            bytes[length++] = '0';
            bytes[length++] = '.';
            zeros(-whole);
            copy(digits, 0, count);
        } else if (scale > 0) {
            copy(digits, Math.min(first, whole - 1), whole);
            bytes[length++] = '.';
            copy(digits, whole, count);
        } else {
            boolean zero = first == count;
            copy(digits, zero ? count - 1 : first, count);
            zeros(zero ? 0 : -scale);
        }
    }

    private void copy(byte[] digits, int from, int to) {
        for (int i = from; i < to; i++) {
            bytes[length++] = digits[i];
        }
    }

    private void zeros(int times) {
        for (int i = 0; i < times; i++) {
            bytes[length++] = '0';
        }
    }

    void ascii(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** A text in quotes. */
    void text(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean pair = Character.isHighSurrogate(one) && i + 1 < text.length();
            raw(escaped(pair ? text.codePointAt(i++) : one));
        }
        put('"');
    }

    /** A character as it stands inside a JSON text. */
    static byte[] escaped(int one) {
        if (one == '"' || one == '\\') {
            return new byte[] {'\\', (byte) one};
        }
        if (one < 0x20) {
            return new byte[] {'\\', 'u', '0', '0', HEX[one >> 4], HEX[one & 15]};
        }
        return Character.toString(one).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
