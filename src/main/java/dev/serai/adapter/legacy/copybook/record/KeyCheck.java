package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds keys that would stand twice in one object. */
final class KeyCheck {

    private KeyCheck() {}

    static void check(Copybook copybook, List<Item> records, Dialect dialect) {
        if (records.size() > 1) {
            members(copybook, records, new HashMap<>(), dialect);
        }
        records.forEach(record -> group(copybook, record, dialect));
    }

    private static void group(Copybook copybook, Item item, Dialect dialect) {
        members(copybook, item.children(), new HashMap<>(), dialect);
        item.children().forEach(child -> group(copybook, child, dialect));
    }

    /** Descriptions of the same bytes may share keys: only one of them is shown. */
    private static void members(Copybook copybook, List<Item> items, Map<String, Item> keys, Dialect dialect) {
        for (List<Item> area : RedefinedItems.areas(items)) {
            Map<String, Item> all = new HashMap<>(keys);
            for (Item item : area) {
                Map<String, Item> mine = new HashMap<>(keys);
                if (!item.name().isEmpty()) {
                    add(copybook, item, mine, dialect);
                } else if (item.isGroup() && !item.isTable()) {
                    members(copybook, item.children(), mine, dialect);
                }
                all.putAll(mine);
            }
            keys.putAll(all);
        }
    }

    private static void add(Copybook copybook, Item item, Map<String, Item> keys, Dialect dialect) {
        Item before = keys.put(dialect.names().of(item.name()), item);
        if (before != null) {
            throw copybook.problem(
                    item,
                    "has the key \"" + dialect.names().of(item.name()) + "\" that " + before.name() + " in line "
                            + copybook.source().line(before.at()) + " has",
                    "rename one of them");
        }
    }
}
