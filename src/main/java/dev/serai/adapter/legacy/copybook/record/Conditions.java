package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.Condition;
import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.Literal;
import dev.serai.adapter.legacy.copybook.language.NamedCondition;
import dev.serai.adapter.legacy.copybook.language.Rules;
import dev.serai.adapter.legacy.copybook.record.Test.Characters;
import dev.serai.adapter.legacy.copybook.record.Test.Numbers;
import dev.serai.adapter.legacy.copybook.record.Test.Reference;
import dev.serai.adapter.legacy.copybook.record.Test.Several;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Turns the condition of one rule into a test of bytes. */
final class Conditions {

    private static final BigDecimal LARGEST = new BigDecimal("1E100");
    private static final BigDecimal SMALLEST_STEP = new BigDecimal("1E-60");

    private final Landmarks landmarks;
    private final Extents extents;
    private final Fields fields;
    private final Rules rules;
    private final Rules.Rule rule;
    private final Item area;

    /** @param area the first description of the bytes that the rule is about */
    Conditions(Landmarks landmarks, Extents extents, Fields fields, Rules rules, Rules.Rule rule, Item area) {
        this.landmarks = landmarks;
        this.extents = extents;
        this.fields = fields;
        this.rules = rules;
        this.rule = rule;
        this.area = area;
    }

    Test test() {
        return rule.condition().map(this::test).orElse(Test.ALWAYS);
    }

    private Test test(Condition condition) {
        if (condition instanceof Condition.AnyOf any) {
            return new Several(any.parts().stream().map(this::test).toList(), false);
        }
        if (condition instanceof Condition.AllOf all) {
            return new Several(all.parts().stream().map(this::test).toList(), true);
        }
        if (condition instanceof Condition.Not not) {
            return new Test.Not(test(not.part()));
        }
        return condition instanceof Condition.Named named
                ? named(named.name())
                : compared((Condition.Compared) condition);
    }

    private Test named(List<String> name) {
        Item item = only(landmarks.withCondition(name), name, "no condition of level 88");
        NamedCondition condition = Landmarks.condition(item, name.get(0)).orElseThrow();
        return new Several(
                condition.ranges().stream()
                        .map(range -> between(item, range.from(), range.to()))
                        .toList(),
                false);
    }

    private Test compared(Condition.Compared compared) {
        Item item = only(landmarks.named(compared.item()), compared.item(), "no item");
        Literal value = compared.value();
        if (compared.operator() == Condition.Operator.EQUAL) {
            return between(item, value, value);
        }
        boolean less = compared.operator() == Condition.Operator.LESS;
        return isNumber(item) ? beyond(item, number(value), less) : beyond(item, value, less);
    }

    private Test beyond(Item item, BigDecimal value, boolean less) {
        NumberField field = (NumberField) fields.field(item);
        return less
                ? new Numbers(reference(item), field, LARGEST.negate(), value.subtract(SMALLEST_STEP))
                : new Numbers(reference(item), field, value.add(SMALLEST_STEP), LARGEST);
    }

    private Test beyond(Item item, Literal value, boolean less) {
        int size = extents.of(item).size();
        byte[] end = new byte[size];
        Arrays.fill(end, less ? 0 : (byte) 0xFF);
        byte[] bytes = characters(value, size);
        Test range = less
                ? new Characters(reference(item), size, end, bytes)
                : new Characters(reference(item), size, bytes, end);
        return new Several(List.of(range, new Test.Not(between(item, value, value))), true);
    }

    private Test between(Item item, Literal from, Literal to) {
        if (isNumber(item)) {
            return new Numbers(reference(item), (NumberField) fields.field(item), number(from), number(to));
        }
        int size = extents.of(item).size();
        return new Characters(reference(item), size, characters(from, size), characters(to, size));
    }

    private boolean isNumber(Item item) {
        if (item.isGroup()) {
            if (item.all().anyMatch(landmarks::isVariable)) {
                throw problem(item.name() + " has no fixed length", "ask for an item inside it");
            }
            return false;
        }
        Scalar field = fields.field(item);
        if (field instanceof FloatField) {
            throw problem(item.name() + " is floating point, which is never exactly a value", "ask for another item");
        }
        return field instanceof NumberField;
    }

    private BigDecimal number(Literal value) {
        if (value.kind() == Literal.Kind.ZEROS) {
            return BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(value.text());
        } catch (NumberFormatException e) {
            throw problem("a number is compared with " + value, "write a number without quotes");
        }
    }

    private byte[] characters(Literal value, int size) {
        try {
            return fields.characters(value, size);
        } catch (IllegalArgumentException e) {
            throw problem(value + " does not fit its item: " + e.getMessage(), "");
        }
    }

    private Item only(List<Item> found, List<String> name, String none) {
        Function<Item, Boolean> reachable = item -> Landmarks.isInSameElement(area, item);
        List<Item> candidates =
                found.size() > 1 ? found.stream().filter(reachable::apply).toList() : found;
        String shown = String.join(" of ", name);
        if (candidates.isEmpty()) {
            throw problem("there is " + none + " " + shown, "correct the name");
        }
        if (candidates.size() > 1) {
            throw problem(shown + " is the name of " + candidates.size() + " items", "qualify it: NAME of GROUP");
        }
        return candidates.get(0);
    }

    private Reference reference(Item item) {
        if (!Landmarks.isInSameElement(area, item)) {
            throw problem(
                    item.name() + " stands in a table that " + area.shownName() + " is not in", "ask for another item");
        }
        boolean before = landmarks.isBefore(item, area);
        boolean sameRecord = top(item) == top(area);
        if (sameRecord && landmarks.isFixedDistance(area, item) || !sameRecord && isFixedInRecord(item)) {
            int distance =
                    extents.of(item).offset() - (sameRecord ? extents.of(area).offset() : 0);
            return new Reference(item.name(), -1, distance, before && sameRecord);
        }
        if (!before || !sameRecord) {
            throw problem(
                    item.name() + " stands behind a table of variable length and behind " + area.shownName(),
                    "ask for an item in front of it");
        }
        return new Reference(item.name(), landmarks.slot(item), 0, true);
    }

    private boolean isFixedInRecord(Item item) {
        return landmarks.isFixedDistance(top(item), item);
    }

    private static Item top(Item item) {
        List<Item> above = item.above();
        return above.isEmpty() ? item : above.get(above.size() - 1);
    }

    private RuntimeException problem(String problem, String hint) {
        return rules.problem(rule, problem, hint);
    }
}
