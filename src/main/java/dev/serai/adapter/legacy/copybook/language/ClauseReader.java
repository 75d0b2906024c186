package dev.serai.adapter.legacy.copybook.language;

import dev.serai.adapter.legacy.copybook.language.Word.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the clauses of one entry, up to its period. */
final class ClauseReader {

    /** The words a clause begins with. */
    static final Set<String> BEGIN = Set.of(
            "PIC",
            "PICTURE",
            "USAGE",
            "SIGN",
            "OCCURS",
            "REDEFINES",
            "VALUE",
            "VALUES",
            "SYNC",
            "SYNCHRONIZED",
            "JUST",
            "JUSTIFIED",
            "BLANK",
            "LEADING",
            "TRAILING",
            "GLOBAL",
            "EXTERNAL",
            "INDEXED",
            "ASCENDING",
            "DESCENDING");

    private final Words words;
    private Optional<Picture> picture = Optional.empty();
    private Optional<Usage> usage = Optional.empty();
    private Optional<SignRule> sign = Optional.empty();
    private Optional<Occurs> occurs = Optional.empty();
    private Optional<String> redefines = Optional.empty();
    private Optional<Literal> value = Optional.empty();
    private boolean isSynchronized;
    private boolean justified;
    private boolean blankWhenZero;

    ClauseReader(Words words) {
        this.words = words;
    }

    Clauses read() {
        while (words.peek().kind() != Kind.PERIOD) {
            clause(words.next());
        }
        words.next();
        return new Clauses(picture, usage, sign, occurs, redefines, value, isSynchronized, justified, blankWhenZero);
    }

    private void clause(Word word) {
        switch (word.upper()) {
            case "PIC", "PICTURE" -> picture = Optional.of(picture());
            case "USAGE" -> {
                words.take("IS");
                usage = Optional.of(usage(words.next()));
            }
            case "SIGN" -> {
                words.take("IS");
                sign = Optional.of(sign(words.next()));
            }
            case "LEADING", "TRAILING" -> sign = Optional.of(sign(word));
            case "OCCURS" -> occurs = Optional.of(occurs());
            case "REDEFINES" -> redefines = Optional.of(name("the name of the item that is redefined"));
            case "VALUE", "VALUES" -> value = Optional.of(value());
            case "SYNC", "SYNCHRONIZED" -> {
                words.take("LEFT", "RIGHT");
                isSynchronized = true;
            }
            case "JUST", "JUSTIFIED" -> {
                words.take("RIGHT");
                justified = true;
            }
            case "BLANK" -> blankWhenZero();
            case "IS", "GLOBAL", "EXTERNAL" -> {
                // Says nothing of the bytes.
            }
            case "ASCENDING", "DESCENDING", "INDEXED" -> names();
            default -> usage = Optional.of(usage(word));
        }
    }

    private Picture picture() {
        words.take("IS");
        Word word = words.next();
        if (word.kind() != Kind.PICTURE) {
            throw words.expected(word, "a picture", "");
        }
        try {
            return Picture.of(word.text());
        } catch (IllegalArgumentException e) {
            throw words.source()
                    .problem(word.at(), "the picture " + word.text() + " " + e.getMessage(), "correct the picture");
        }
    }

    private Usage usage(Word word) {
        return Usage.of(word.upper()).orElseThrow(() -> unknown(word));
    }

    private CopybookException unknown(Word word) {
        if (word.kind() == Kind.NUMBER || word.kind() == Kind.END) {
            return words.expected(word, "a clause or a period", "end the entry before it with a period");
        }
        String hint = word.is("POINTER", "INDEX", "PROCEDURE-POINTER", "FUNCTION-POINTER")
                ? "an address means nothing outside of the program: describe its bytes as PIC X"
                : "usages are " + Usage.KNOWN;
        return words.source().problem(word.at(), "unknown clause or usage " + word.shown(), hint);
    }

    private SignRule sign(Word word) {
        if (!word.is("LEADING", "TRAILING")) {
            throw words.expected(word, "LEADING or TRAILING", "");
        }
        boolean separate = words.take("SEPARATE");
        if (separate) {
            words.take("CHARACTER");
        }
        return new SignRule(word.is("LEADING"), separate);
    }

    private Occurs occurs() {
        int least = number();
        boolean range = words.take("TO");
        int most = range ? number() : least;
        words.take("TIMES");
        List<String> dependingOn = words.take("DEPENDING") ? counter() : List.of();
        if (dependingOn.isEmpty() && range) {
            throw words.expected(words.peek(), "DEPENDING ON and the item that holds the number", "");
        }
        if (most < 1 || least > most) {
            throw words.source()
                    .problem(
                            words.peek().at(), "the item occurs " + least + " to " + most + " times", "correct OCCURS");
        }
        return new Occurs(dependingOn.isEmpty() ? most : range ? least : 1, most, dependingOn);
    }

    private List<String> counter() {
        words.take("ON");
        return qualified(words, "the item that holds the number");
    }

    /** Reads {@code NAME OF GROUP OF GROUP}. */
    static List<String> qualified(Words words, String expected) {
        List<String> names = new ArrayList<>();
        do {
            Word word = words.next();
            if (word.kind() != Kind.NAME) {
                throw words.expected(word, expected, "");
            }
            names.add(word.text());
        } while (words.take("OF", "IN"));
        return names;
    }

    private int number() {
        Word word = words.next();
        if (word.kind() != Kind.NUMBER || !word.text().matches("\\d{1,9}")) {
            throw words.expected(word, "a number of times", "write the number itself");
        }
        return Integer.parseInt(word.text());
    }

    private Literal value() {
        words.take("IS", "ARE");
        Word word = words.peek();
        return Literal.read(words).orElseThrow(() -> words.expected(word, "a literal", ""));
    }

    private void blankWhenZero() {
        words.take("WHEN");
        Word word = words.next();
        if (!word.is("ZERO", "ZEROS", "ZEROES")) {
            throw words.expected(word, "BLANK WHEN ZERO", "");
        }
        blankWhenZero = true;
    }

    private String name(String expected) {
        Word word = words.next();
        if (word.kind() != Kind.NAME) {
            throw words.expected(word, expected, "");
        }
        return word.text();
    }

    /** Names of keys and indexes say nothing of the bytes. */
    private void names() {
        words.take("KEY");
        words.take("IS");
        words.take("BY");
        while (words.peek().kind() == Kind.NAME
                && !BEGIN.contains(words.peek().upper())
                && Usage.of(words.peek().upper()).isEmpty()) {
            words.next();
        }
    }
}
