package dev.serai.management.lifecycle.gate.catalog;

import dev.serai.foundation.DidYouMean;
import java.util.Collection;
import java.util.Optional;

/** Finds the name a person most likely meant. */
public final class Suggestion {

    private Suggestion() {}

    /** The known name that is nearest to what was written; empty when none is near. */
    public static Optional<String> of(String seen, Collection<String> known) {
        return DidYouMean.nearest(seen, known);
    }

    /** A hint that names the nearest known name, or else says what else to do. */
    public static String hint(String seen, Collection<String> known, String otherwise) {
        return of(seen, known).map(name -> "did you mean \"" + name + "\"?").orElse(otherwise);
    }

    /** The first known names, as a person would list them. */
    public static String list(Collection<String> known) {
        String listed = String.join(", ", known.stream().sorted().limit(12).toList());
        return known.size() > 12 ? listed + " …" : listed;
    }
}
