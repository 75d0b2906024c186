package dev.serai.adapter.legacy.copybook.language;

import dev.serai.adapter.legacy.copybook.language.NamedCondition.Range;
import dev.serai.adapter.legacy.copybook.language.Word.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the entries of a copybook and puts each below the group that it belongs to. */
final class CopybookParser {

    private static final int CONDITION = 88;
    private static final int CONSTANT = 78;
    private static final int RENAMES = 66;
    private static final int STANDALONE = 77;
    private static final int DEEPEST = 49;

    private final Words words;
    private final List<Item> records = new ArrayList<>();
    private Optional<Item> last = Optional.empty();

    CopybookParser(Words words) {
        this.words = words;
    }

    List<Item> read() {
        while (!words.atEnd()) {
            Word word = words.next();
            if (word.kind() == Kind.NUMBER) {
                entry(word);
            } else if (word.is("COPY", "REPLACE")) {
                throw words.source()
                        .problem(
                                word.at(),
                                word.upper() + " is not followed",
                                "put the text that is meant in its place");
            } else if (isHeading(word)) {
                skipSentence();
            } else if (!word.is("EJECT", "SKIP1", "SKIP2", "SKIP3") && word.kind() != Kind.PERIOD) {
                throw words.expected(word, "a level number", "");
            }
        }
        if (records.isEmpty()) {
            throw words.source()
                    .problem(0, "the copybook describes no record", "expected entries such as 01 CUSTOMER.");
        }
        records.forEach(this::check);
        return records;
    }

    private static boolean isHeading(Word word) {
        return word.is("FD", "SD", "FILE", "WORKING-STORAGE", "LINKAGE", "DATA", "LOCAL-STORAGE", "TITLE");
    }

    private void skipSentence() {
        while (!words.atEnd() && words.next().kind() != Kind.PERIOD) {
            // What stands up to the period says nothing of the bytes.
        }
    }

    private void entry(Word number) {
        int level = number.text().matches("\\d{1,2}") ? Integer.parseInt(number.text()) : 0;
        if (level == CONDITION) {
            condition(number);
        } else if (level == RENAMES || level == CONSTANT) {
            skipSentence();
        } else if (level >= 1 && level <= DEEPEST || level == STANDALONE) {
            item(level == STANDALONE ? 1 : level, number);
        } else {
            throw words.expected(number, "a level number from 01 to 49, 66, 77, 78 or 88", "");
        }
    }

    private void item(int level, Word number) {
        String name = "";
        Word word = words.peek();
        if (word.kind() == Kind.NAME
                && !ClauseReader.BEGIN.contains(word.upper())
                && Usage.of(word.upper()).isEmpty()) {
            words.next();
            name = word.is("FILLER") ? "" : word.text();
        }
        Clauses clauses = new ClauseReader(words).read();
        Optional<Item> parent = parent(level);
        parent.filter(above -> above.picture().isPresent()).ifPresent(above -> {
            throw words.source()
                    .problem(
                            number.at(),
                            "the item stands below " + above.shownName() + ", which has a picture",
                            "correct the level number");
        });
        Item item = new Item(level, name, number.at(), clauses, parent);
        if (parent.isEmpty()) {
            records.add(item);
        }
        last = Optional.of(item);
    }

    /** The nearest item before with a smaller level. */
    private Optional<Item> parent(int level) {
        Optional<Item> above = last;
        while (above.isPresent() && above.get().level() >= level) {
            above = above.get().parent();
        }
        return above;
    }

    private void condition(Word number) {
        String name = ClauseReader.qualified(words, "the name of a condition").get(0);
        if (!words.take("VALUE", "VALUES")) {
            throw words.expected(words.peek(), "VALUE", "");
        }
        words.take("IS", "ARE");
        List<Range> ranges = new ArrayList<>();
        while (words.peek().kind() != Kind.PERIOD) {
            ranges.add(range());
        }
        words.next();
        last.orElseThrow(() -> words.source().problem(number.at(), "level 88 stands before any item", ""))
                .add(new NamedCondition(name, ranges));
    }

    private Range range() {
        Literal from = literal();
        return words.take("THRU", "THROUGH") ? new Range(from, literal()) : new Range(from, from);
    }

    private Literal literal() {
        Word word = words.peek();
        return Literal.read(words).orElseThrow(() -> words.expected(word, "a literal or a period", ""));
    }

    private void check(Item item) {
        if (item.isGroup() && item.children().isEmpty()) {
            throw problem(item, "has neither a picture nor items below it", "give it one of them");
        }
        if (item.picture().isPresent() && item.usage().isFloating()) {
            throw problem(item, "is " + item.usage().word() + " and has a picture", "take the picture away");
        }
        boolean characters = item.picture()
                .filter(picture -> picture.kind() != Picture.Kind.NUMBER)
                .isPresent();
        if (characters && !item.usage().isText()) {
            throw problem(
                    item, "is " + item.usage().word() + ", but its picture is not a number's", "correct one of them");
        }
        item.children().forEach(this::check);
    }

    private CopybookException problem(Item item, String problem, String hint) {
        return words.source().problem(item.at(), item.shownName() + " " + problem, hint);
    }
}
