package dev.serai.adapter.legacy.copybook.language;

import java.util.Locale;
import java.util.Optional;

/**
 * A value that a copybook or a rule writes down.
 *
 * @param kind what it is
 * @param text the characters of a text, the digits of a number or of a hexadecimal literal; empty for a figurative constant
 * @param all whether it is repeated as often as there is room
 */
public record Literal(Kind kind, String text, boolean all) {

    /** The kinds of literals. */
    public enum Kind {
        TEXT,
        HEXADECIMAL,
        NUMBER,
        SPACES,
        ZEROS,
        LOW_VALUES,
        HIGH_VALUES,
        QUOTES
    }

    /** A literal or figurative constant; empty for any other word. */
    static Optional<Literal> of(Word word) {
        return switch (word.kind()) {
            case LITERAL -> Optional.of(new Literal(Kind.TEXT, word.text(), false));
            case HEXADECIMAL -> Optional.of(new Literal(Kind.HEXADECIMAL, word.text(), false));
            case NUMBER -> Optional.of(new Literal(Kind.NUMBER, word.text(), false));
            case NAME -> figurative(word.upper()).map(kind -> new Literal(kind, "", true));
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> figurative(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "SPACE", "SPACES" -> Kind.SPACES;
                    case "ZERO", "ZEROS", "ZEROES" -> Kind.ZEROS;
                    case "LOW-VALUE", "LOW-VALUES", "NULL", "NULLS" -> Kind.LOW_VALUES;
                    case "HIGH-VALUE", "HIGH-VALUES" -> Kind.HIGH_VALUES;
                    case "QUOTE", "QUOTES" -> Kind.QUOTES;
                    default -> null;
                });
    }

    /** Reads {@code [ALL] literal}. */
    static Optional<Literal> read(Words words) {
        if (words.peek().is("ALL")) {
            words.next();
            Word word = words.peek();
            return of(word).map(literal -> {
                words.next();
                return new Literal(literal.kind(), literal.text(), true);
            });
        }
        return of(words.peek()).map(literal -> {
            words.next();
            return literal;
        });
    }

    @Override
    public String toString() {
        return switch (kind) {
            case TEXT -> "'" + text + "'";
            case HEXADECIMAL -> "X'" + text + "'";
            case NUMBER -> text;
            default -> kind.name().replace('_', '-').toUpperCase(Locale.ROOT);
        };
    }
}
