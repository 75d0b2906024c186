package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.Item;
import java.util.ArrayList;
import java.util.List;

/** Which items of a group describe the same bytes. */
final class RedefinedItems {

    private RedefinedItems() {}

    /** The item whose bytes another describes once more. */
    static Item base(Copybook copybook, List<Item> siblings, Item item) {
        int index = siblings.indexOf(item) - 1;
        while (index >= 0 && siblings.get(index).redefines().isPresent()) {
            index--;
        }
        String name = item.redefines().orElse("");
        if (index < 0
                || siblings.subList(index, siblings.indexOf(item)).stream()
                        .noneMatch(one -> one.name().equalsIgnoreCase(name))) {
            throw copybook.problem(
                    item,
                    "redefines " + name + ", which does not stand right before it on the same level",
                    "correct the name or the level number");
        }
        return siblings.get(index);
    }

    /** The items of a group, those of the same bytes together. */
    static List<List<Item>> areas(List<Item> siblings) {
        List<List<Item>> areas = new ArrayList<>();
        for (Item item : siblings) {
            if (item.redefines().isEmpty()) {
                areas.add(new ArrayList<>());
            }
            areas.get(areas.size() - 1).add(item);
        }
        return areas;
    }
}
