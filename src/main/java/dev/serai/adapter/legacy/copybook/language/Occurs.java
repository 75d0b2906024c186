package dev.serai.adapter.legacy.copybook.language;

import java.util.List;

/**
 * How often an item occurs.
 *
 * @param least fewest times
 * @param most times
 * @param dependingOn the item that holds how often, its name first, then those it is qualified by; empty when it occurs always as often
 */
public record Occurs(int least, int most, List<String> dependingOn) {

    /** Once, and not in a table. */
    public static final Occurs ONCE = new Occurs(1, 1, List.of());

    public boolean isVariable() {
        return !dependingOn.isEmpty();
    }
}
