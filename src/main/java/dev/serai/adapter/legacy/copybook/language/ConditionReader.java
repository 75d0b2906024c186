package dev.serai.adapter.legacy.copybook.language;

import dev.serai.adapter.legacy.copybook.language.Condition.AllOf;
import dev.serai.adapter.legacy.copybook.language.Condition.AnyOf;
import dev.serai.adapter.legacy.copybook.language.Condition.Compared;
import dev.serai.adapter.legacy.copybook.language.Condition.Named;
import dev.serai.adapter.legacy.copybook.language.Condition.Not;
import dev.serai.adapter.legacy.copybook.language.Condition.Operator;
import java.util.ArrayList;
import java.util.List;

/** Reads a condition as COBOL writes it, {@code TYPE = 'A' or 'B'} included. */
final class ConditionReader {

    private final Words words;

    ConditionReader(Words words) {
        this.words = words;
    }

    Condition read() {
        List<Condition> parts = new ArrayList<>(List.of(both()));
        while (words.take("OR")) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
    }

    private Condition both() {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (words.take("AND")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
    }

    private Condition one() {
        if (words.take("NOT")) {
            return new Not(one());
        }
        if (words.take("(")) {
            Condition inside = read();
            if (!words.take(")")) {
                throw words.expected(words.peek(), "a closing parenthesis", "");
            }
            return inside;
        }
        List<String> name = ClauseReader.qualified(words, "an item or the name of a condition");
        words.take("IS");
        boolean not = words.take("NOT");
        return words.peek().is("=", "<>", "<", ">", "<=", ">=") ? compared(name, not) : new Named(name);
    }

    private Condition compared(List<String> name, boolean not) {
        String sign = words.next().text();
        Condition condition = compared(name, sign, literal());
        while (words.peek().is("OR") && Literal.of(words.peekBehind()).isPresent()) {
            words.next();
            condition = new AnyOf(List.of(condition, compared(name, sign, literal())));
        }
        return not ? new Not(condition) : condition;
    }

    private static Condition compared(List<String> name, String sign, Literal value) {
        return switch (sign) {
            case "<" -> new Compared(name, Operator.LESS, value);
            case ">" -> new Compared(name, Operator.GREATER, value);
            case "<=" -> new Not(new Compared(name, Operator.GREATER, value));
            case ">=" -> new Not(new Compared(name, Operator.LESS, value));
            case "<>" -> new Not(new Compared(name, Operator.EQUAL, value));
            default -> new Compared(name, Operator.EQUAL, value);
        };
    }

    private Literal literal() {
        Word word = words.peek();
        return Literal.read(words).orElseThrow(() -> words.expected(word, "a literal", "put texts into quotes"));
    }
}
