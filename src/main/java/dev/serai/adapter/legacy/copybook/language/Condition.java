package dev.serai.adapter.legacy.copybook.language;

import java.util.List;

/** What a rule asks of a record. */
public sealed interface Condition {

    /** At least one of several. */
    record AnyOf(List<Condition> parts) implements Condition {}

    /** All of several. */
    record AllOf(List<Condition> parts) implements Condition {}

    /** The contrary. */
    record Not(Condition part) implements Condition {}

    /** The condition of a level 88, its name first, then those it is qualified by. */
    record Named(List<String> name) implements Condition {}

    /**
     * An item against a value.
     *
     * @param item its name first, then those it is qualified by
     * @param operator one of the signs of {@link Operator}
     * @param value the other side
     */
    record Compared(List<String> item, Operator operator, Literal value) implements Condition {}

    /** How two values are held against each other. */
    enum Operator {
        EQUAL,
        LESS,
        GREATER
    }
}
