package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.language.Item;
import java.util.ArrayList;
import java.util.List;

/** Items that describe the same bytes. */
final class Areas {

    private Areas() {}

    /** An item with those that redefine it; itself alone when none does. */
    static List<Item> of(Item base) {
        List<Item> siblings = base.parent().map(Item::children).orElse(List.of(base));
        List<Item> area = new ArrayList<>(List.of(base));
        for (Item next : siblings.subList(siblings.indexOf(base) + 1, siblings.size())) {
            if (next.redefines().isEmpty()) {
                break;
            }
            area.add(next);
        }
        return area;
    }

    /** What rules call it. */
    static String name(Item item) {
        return item.all()
                .map(Item::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
