package dev.serai.management.lifecycle.gate.catalog;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What may stand in an element of the XML DSL.
 *
 * @param attributes names of its attributes
 * @param elements names of the elements inside it
 */
public record Model(Set<String> attributes, Set<String> elements) {

    /** The names of one kind, {@code attribute} or {@code element}. */
    public Set<String> names(String kind) {
        return new LinkedHashSet<>(kind.equals("attribute") ? attributes : elements);
    }
}
