package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.NamedCondition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the items that others name, and gives those a slot whose place is known only when they are passed. */
final class Landmarks {

    private final List<Item> order = new ArrayList<>();
    private final Map<Item, Integer> slots = new IdentityHashMap<>();
    private final Set<Item> counters = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean slide;

    Landmarks(Copybook copybook, boolean slide) {
        this.slide = slide;
        copybook.records().forEach(record -> record.all().forEach(order::add));
    }

    /** Items of a name, which may be qualified by groups above them. */
    List<Item> named(List<String> name) {
        return order.stream().filter(item -> isCalled(item, name)).toList();
    }

    private static boolean isCalled(Item item, List<String> name) {
        if (!item.name().equalsIgnoreCase(name.get(0))) {
            return false;
        }
        int next = 1;
        for (Item above : item.above()) {
            if (next < name.size() && above.name().equalsIgnoreCase(name.get(next))) {
                next++;
            }
        }
        return next == name.size();
    }

    /** The items that have a condition of a name. */
    List<Item> withCondition(List<String> name) {
        return order.stream()
                .filter(item -> condition(item, name.get(0)).isPresent())
                .filter(item -> name.size() == 1 || isCalled(item, name.subList(1, name.size())) || isBelow(item, name))
                .toList();
    }

    private static boolean isBelow(Item item, List<String> name) {
        return item.above().stream().anyMatch(above -> above.name().equalsIgnoreCase(name.get(1)));
    }

    static Optional<NamedCondition> condition(Item item, String name) {
        return item.conditions().stream()
                .filter(condition -> condition.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The slot of an item whose place is to be noted. */
    int slot(Item item) {
        return slots.computeIfAbsent(item, known -> slots.size());
    }

    Optional<Integer> slotOf(Item item) {
        return Optional.ofNullable(slots.get(item));
    }

    int counterSlot(Item item) {
        counters.add(item);
        return slot(item);
    }

    boolean isCounter(Item item) {
        return counters.contains(item);
    }

    int slots() {
        return slots.size();
    }

    boolean isBefore(Item one, Item other) {
        return order.indexOf(one) < order.indexOf(other);
    }

    /** Whether the distance between two items is always the same. */
    boolean isFixedDistance(Item area, Item target) {
        int from = order.indexOf(area);
        int to = order.indexOf(target);
        List<Item> between = from <= to ? order.subList(from, to) : order.subList(to, from);
        Item later = from <= to ? target : area;
        return between.stream()
                .noneMatch(item -> isVariable(item) && !later.above().contains(item));
    }

    boolean isVariable(Item item) {
        return slide && item.occurs().isVariable();
    }

    /** Whether each element of a table around the target is one around the area too. */
    static boolean isInSameElement(Item area, Item target) {
        List<Item> around = new ArrayList<>(area.above());
        if (!area.isTable()) {
            around.add(area);
        }
        return !target.isTable()
                && target.above().stream().filter(Item::isTable).allMatch(around::contains);
    }
}
