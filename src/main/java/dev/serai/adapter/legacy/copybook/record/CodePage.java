package dev.serai.adapter.legacy.copybook.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;

/** The characters that fields of characters are made of. */
public abstract sealed class CodePage permits SingleBytePage, MultiBytePage {

    private final Charset charset;
    private final byte space;
    private final boolean ebcdic;

    CodePage(Charset charset) {
        this.charset = charset;
        this.space = " ".getBytes(charset)[0];
        this.ebcdic = "0".getBytes(charset)[0] == (byte) 0xF0;
    }

    /**
     * @param name a code page as IBM numbers it, such as {@code 037} or {@code IBM1140}, or any charset of Java
     * @throws IllegalArgumentException in words, for one that does not exist or in which digits are no single bytes
     */
    public static CodePage of(String name) {
        Charset charset = charset(name);
        if (!charset.canEncode() || "0".getBytes(charset).length != 1) {
            throw new IllegalArgumentException("charset \"" + name
                    + "\" does not write a digit as one byte, which COBOL's fields of characters need");
        }
        return charset.newEncoder().maxBytesPerChar() == 1 ? new SingleBytePage(charset) : new MultiBytePage(charset);
    }

    private static Charset charset(String name) {
        for (String candidate : new String[] {name, "IBM" + name, "Cp" + name, "x-IBM" + name}) {
            try {
                return Charset.forName(candidate);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                continue;
            }
        }
        throw new IllegalArgumentException("charset \"" + name
                + "\" is unknown to this Java, expected a code page such as IBM037, IBM273, IBM500, IBM1047, IBM1140, or a charset"
                + " such as ISO-8859-1");
    }

    /**
     * A whole file that somebody has as a text.
     *
     * @throws CharacterCodingException when a character is not in the code page
     */
    public final byte[] bytes(String text) throws CharacterCodingException {
        ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    final Charset charset() {
        return charset;
    }

    final byte space() {
        return space;
    }

    /** Whether digits are F0 to F9 rather than 30 to 39. */
    final boolean isEbcdic() {
        return ebcdic;
    }

    /** The upper half of a digit. */
    final int zone() {
        return ebcdic ? 0xF0 : 0x30;
    }

    /** A character that every code page has. */
    final byte sign(char one) {
        return String.valueOf(one).getBytes(charset)[0];
    }

    final void fill(byte[] bytes, int from, int to) {
        Arrays.fill(bytes, from, to, space);
    }

    /** Writes a text in quotes. */
    abstract void json(byte[] bytes, int from, int to, JsonBuffer out);

    abstract String decode(byte[] bytes, int from, int to);

    /**
     * @param at where it is to stand, for the message
     * @throws BadData when a character is not in the code page
     */
    abstract byte[] encode(String text, int at);

    final BadData undefined(byte[] bytes, int at) {
        return new BadData(
                at, BadData.hex(bytes[at]) + " is no character of " + charset.name(), "check the option charset");
    }

    /** Names the place, not the character. */
    final BadData unmappable(int index, int at) {
        return new BadData(
                at,
                "character " + (index + 1) + " of the text does not exist in " + charset.name(),
                "replace the character, or choose another charset");
    }
}
