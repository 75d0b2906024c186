package dev.serai.adapter.legacy.copybook.language;

import java.util.List;

/**
 * A name for some values of an item: level 88.
 *
 * @param name as written
 * @param ranges the values
 */
public record NamedCondition(String name, List<Range> ranges) {

    /**
     * Values from one to another.
     *
     * @param from the first
     * @param to the last; the first again for a single value
     */
    public record Range(Literal from, Literal to) {}
}
