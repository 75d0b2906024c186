package dev.serai.adapter.legacy.copybook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of several descriptions of the same bytes holds, by lines such as {@code COMPANY when CUSTOMER-TYPE = 'C'} and {@code PERSON
 * otherwise}.
 *
 * @param file as messages name it
 * @param rules in their order: the first that holds decides
 */
public record Rules(String file, List<Rule> rules) {

    /** There are none. */
    public static final Rules NONE = new Rules("", List.of());

    /**
     * One line.
     *
     * @param alternative the item that it speaks of
     * @param condition when it holds; empty when no other does
     * @param line where it stands, from 1
     */
    public record Rule(String alternative, Optional<Condition> condition, int line) {}

    /**
     * @param file as messages name it
     * @param content of the file
     * @throws CopybookException for a line that is no rule
     */
    public static Rules read(String file, String content) {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith("*")) {
                rules.add(rule(new Words(SourceText.ofLine(file, number, line)), number));
            }
        }
        return new Rules(file, List.copyOf(rules));
    }

    private static Rule rule(Words words, int line) {
        Word name = words.next();
        if (name.kind() != Word.Kind.NAME) {
            throw words.expected(name, "the name of an item", "write NAME when CONDITION, or NAME otherwise");
        }
        Optional<Condition> condition = Optional.empty();
        if (words.take("WHEN")) {
            condition = Optional.of(new ConditionReader(words).read());
        } else if (!words.take("OTHERWISE", "ALWAYS")) {
            throw words.expected(words.peek(), "when or otherwise", "write NAME when CONDITION, or NAME otherwise");
        }
        if (words.peek().kind() == Word.Kind.PERIOD) {
            words.next();
        }
        if (!words.atEnd()) {
            throw words.expected(words.peek(), "the end of the line", "");
        }
        return new Rule(name.text(), condition, line);
    }

    /** The trouble with a rule. */
    public CopybookException problem(Rule rule, String problem, String hint) {
        return new CopybookException(file, rule.line(), 0, problem, hint);
    }
}
