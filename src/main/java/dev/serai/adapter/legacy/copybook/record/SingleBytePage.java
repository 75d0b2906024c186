package dev.serai.adapter.legacy.copybook.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;

/** A code page of 256 characters: a table each way. */
final class SingleBytePage extends CodePage {

    private static final int NONE = -1;

    private final int[] characters = new int[256];
    private final short[] codes = new short[1 << 16];
    private final byte[] plain = new byte[256];
    private final byte[][] escaped = new byte[256][];

    SingleBytePage(Charset charset) {
        super(charset);
        Arrays.fill(codes, (short) NONE);
        CharsetDecoder decoder = charset.newDecoder();
        for (int code = 255; code >= 0; code--) {
            int character = decode(decoder, (byte) code);
            characters[code] = character;
            escaped[code] = character == NONE ? new byte[0] : JsonBuffer.escaped(character);
            plain[code] = escaped[code].length == 1 ? escaped[code][0] : 0;
            encodable(charset, character, code);
        }
    }

    private static int decode(CharsetDecoder decoder, byte code) {
        try {
            CharBuffer one = decoder.decode(ByteBuffer.wrap(new byte[] {code}));
            return one.length() == 1 ? one.charAt(0) : NONE;
        } catch (CharacterCodingException e) {
            return NONE;
        }
    }

    /** Where two codes mean one character, the charset says which of them is written. */
    private void encodable(Charset charset, int character, int code) {
        if (character != NONE) {
            byte[] written = Character.toString(character).getBytes(charset);
            codes[character] = (short) (written.length == 1 ? written[0] & 0xFF : code);
        }
    }

    @Override
    void json(byte[] bytes, int from, int to, JsonBuffer out) {
        out.ensure((to - from) * 6 + 2);
        byte[] target = out.bytes;
        int length = out.length;
        target[length++] = '"';
        for (int i = from; i < to; i++) {
            byte one = plain[bytes[i] & 0xFF];
            if (one != 0) {
                target[length++] = one;
            } else {
                length = special(bytes, i, target, length);
            }
        }
        target[length++] = '"';
        out.length = length;
    }

    private int special(byte[] bytes, int at, byte[] target, int length) {
        byte[] several = escaped[bytes[at] & 0xFF];
        if (several.length == 0) {
            throw undefined(bytes, at);
        }
        System.arraycopy(several, 0, target, length, several.length);
        return length + several.length;
    }

    @Override
    String decode(byte[] bytes, int from, int to) {
        char[] text = new char[to - from];
        for (int i = from; i < to; i++) {
            int character = characters[bytes[i] & 0xFF];
            if (character == NONE) {
                throw undefined(bytes, i);
            }
            text[i - from] = (char) character;
        }
        return new String(text);
    }

    @Override
    byte[] encode(String text, int at) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            short code = codes[text.charAt(i)];
            if (code == NONE) {
                throw unmappable(i, at);
            }
            bytes[i] = (byte) code;
        }
        return bytes;
    }
}
