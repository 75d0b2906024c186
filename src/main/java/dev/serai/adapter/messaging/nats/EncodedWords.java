package dev.serai.adapter.messaging.nats;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts beyond ASCII in headers that carry nothing else, as encoded words (RFC 2047). */
final class EncodedWords {

    private static final String BEGIN = "=?UTF-8?B?";
    private static final String END = "?=";

    private EncodedWords() {}

    static boolean isPlain(CharSequence text) {
        return text.chars().allMatch(one -> one >= ' ' && one < 0x7f);
    }

    static String encode(String text) {
        return BEGIN + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + END;
    }

    /** A text that is no encoded word stays what it is. */
    static String decode(String text) {
        if (text.length() < BEGIN.length() + END.length() || !text.startsWith(BEGIN) || !text.endsWith(END)) {
            return text;
        }
        String word = text.substring(BEGIN.length(), text.length() - END.length());
        return word.matches("[A-Za-z0-9+/]*={0,2}") && word.length() % 4 == 0
                ? new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8)
                : text;
    }
}
