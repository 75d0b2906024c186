package dev.serai.adapter.legacy.copybook.language;

import java.util.Locale;

/**
 * What a PICTURE says.
 *
 * @param text as written
 * @param kind of the field
 * @param size characters it takes, a separate sign not counted
 * @param digits of a number
 * @param scale digits behind the decimal point; negative when the last digits of the number are not stored
 * @param signed whether the number can be negative
 */
public record Picture(String text, Kind kind, int size, int digits, int scale, boolean signed) {

    /** The largest number of digits that any compiler takes. */
    public static final int MOST_DIGITS = 38;

    private static final int MOST_CHARACTERS = 1 << 24;
    private static final String SYMBOLS = "XANGB90/,.VPSZ*$+-CRDE€£¥";

    /** The kinds of fields. */
    public enum Kind {
        NUMBER,
        TEXT,
        NATIONAL
    }

    /**
     * @param text as written, without the period that ends the sentence
     * @throws IllegalArgumentException in words, when it is none
     */
    static Picture of(String text) {
        String symbols = expand(text.toUpperCase(Locale.ROOT));
        if (symbols.indexOf('G') >= 0) {
            throw new IllegalArgumentException("is of double-byte characters, expected X, A, 9, N or an edited number");
        }
        return isNumber(symbols) ? number(text, symbols) : characters(text, symbols);
    }

    private static Picture characters(String text, String symbols) {
        boolean national = symbols.indexOf('N') >= 0;
        int size = (int) symbols.chars().filter(one -> "VPS".indexOf(one) < 0).count();
        return new Picture(text, national ? Kind.NATIONAL : Kind.TEXT, size, 0, 0, false);
    }

    private static boolean isNumber(String symbols) {
        return symbols.chars().allMatch(one -> "9SVP".indexOf(one) >= 0);
    }

    private static Picture number(String text, String symbols) {
        int digits = count(symbols, '9', 0, symbols.length());
        if (digits == 0 || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("has " + digits + " digits, expected 1 to " + MOST_DIGITS);
        }
        int first = symbols.indexOf('9');
        int leading = count(symbols, 'P', 0, first);
        int trailing = count(symbols, 'P', first, symbols.length());
        int point = symbols.indexOf('V');
        int scale = point < 0 ? 0 : count(symbols, '9', point, symbols.length());
        if (leading > 0) {
            scale = digits + leading;
        } else if (trailing > 0) {
            scale = -trailing;
        }
        return new Picture(text, Kind.NUMBER, digits, digits, scale, symbols.startsWith("S"));
    }

    private static int count(String symbols, char symbol, int from, int to) {
        return (int)
                symbols.substring(from, to).chars().filter(one -> one == symbol).count();
    }

    private static String expand(String text) {
        StringBuilder symbols = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char symbol = text.charAt(at++);
            int times = 1;
            if (SYMBOLS.indexOf(symbol) < 0) {
                throw new IllegalArgumentException("has the symbol \"" + symbol + "\", which is none of a picture");
            }
            if (at < text.length() && text.charAt(at) == '(') {
                int end = text.indexOf(')', at);
                times = times(end < 0 ? "" : text.substring(at + 1, end));
                at = end + 1;
            }
            if (symbols.length() + times > MOST_CHARACTERS) {
                throw new IllegalArgumentException("is longer than " + MOST_CHARACTERS + " characters");
            }
            symbols.append(String.valueOf(symbol).repeat(times));
        }
        return symbols.toString();
    }

    private static int times(String number) {
        if (!number.matches("\\s*0*[1-9]\\d{0,8}\\s*")) {
            throw new IllegalArgumentException("repeats a symbol (" + number + ") times, expected a number from 1 on");
        }
        return Integer.parseInt(number.strip());
    }
}
