package dev.serai.adapter.legacy.copybook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One entry of a copybook with what is below it. */
public final class Item {

    private final int level;
    private final String name;
    private final int at;
    private final Clauses clauses;
    private final Optional<Item> parent;
    private final List<Item> children = new ArrayList<>();
    private final List<NamedCondition> conditions = new ArrayList<>();

    Item(int level, String name, int at, Clauses clauses, Optional<Item> parent) {
        this.level = level;
        this.name = name;
        this.at = at;
        this.clauses = clauses;
        this.parent = parent;
        parent.ifPresent(above -> above.children.add(this));
    }

    void add(NamedCondition condition) {
        conditions.add(condition);
    }

    public int level() {
        return level;
    }

    /** As written; empty for a FILLER. */
    public String name() {
        return name;
    }

    /** The name as messages use it. */
    public String shownName() {
        return name.isEmpty() ? "FILLER" : name;
    }

    /** Where it stands in the source. */
    public int at() {
        return at;
    }

    public Optional<Item> parent() {
        return parent;
    }

    public List<Item> children() {
        return children;
    }

    public List<NamedCondition> conditions() {
        return conditions;
    }

    public boolean isGroup() {
        return clauses.picture().isEmpty() && !usage().isFloating();
    }

    public Optional<Picture> picture() {
        return clauses.picture();
    }

    /** Its own usage, or that of the nearest group that names one. */
    public Usage usage() {
        return inherited(Clauses::usage).orElse(Usage.DISPLAY);
    }

    /** Its own sign, or that of the nearest group that names one. */
    public SignRule sign() {
        return inherited(Clauses::sign).orElse(SignRule.STANDARD);
    }

    public boolean isSynchronized() {
        return clauses.isSynchronized() || parent.map(Item::isSynchronized).orElse(false);
    }

    public boolean isJustified() {
        return clauses.justified();
    }

    public boolean isBlankWhenZero() {
        return clauses.blankWhenZero();
    }

    public Occurs occurs() {
        return clauses.occurs().orElse(Occurs.ONCE);
    }

    /** Whether it is a table, even one of a single element. */
    public boolean isTable() {
        return clauses.occurs().isPresent();
    }

    /** The name of the item it describes once more. */
    public Optional<String> redefines() {
        return clauses.redefines();
    }

    public Optional<Literal> value() {
        return clauses.value();
    }

    /** The item and everything below it, in the order of the copybook. */
    public Stream<Item> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Item::all));
    }

    /** The items above it, the nearest first. */
    public List<Item> above() {
        List<Item> above = new ArrayList<>();
        for (Optional<Item> one = parent; one.isPresent(); one = one.get().parent) {
            above.add(one.get());
        }
        return above;
    }

    private <T> Optional<T> inherited(java.util.function.Function<Clauses, Optional<T>> clause) {
        Optional<T> own = clause.apply(clauses);
        return own.isPresent() ? own : parent.flatMap(above -> above.inherited(clause));
    }
}
