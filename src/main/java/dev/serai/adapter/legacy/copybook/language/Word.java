package dev.serai.adapter.legacy.copybook.language;

import java.util.Locale;

/**
 * One word of a copybook.
 *
 * @param kind what it is
 * @param text as written; of a literal its content, of a hexadecimal one its digits
 * @param at where it begins in the source
 */
record Word(Kind kind, String text, int at) {

    enum Kind {
        NAME,
        NUMBER,
        LITERAL,
        HEXADECIMAL,
        PICTURE,
        OPERATOR,
        PERIOD,
        END
    }

    /** Whether it is one of these words, in capitals. */
    boolean is(String... words) {
        if (kind == Kind.NAME || kind == Kind.OPERATOR) {
            for (String word : words) {
                if (word.equals(upper())) {
                    return true;
                }
            }
        }
        return false;
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** As a message shows it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case PERIOD -> "a period";
            default -> "\"" + text + "\"";
        };
    }
}
