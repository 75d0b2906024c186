package dev.serai.management.lifecycle.test;

import dev.serai.foundation.DidYouMean;
import java.util.Collection;

/** What to write instead of a name that is not known. */
final class Suggestion {

    private static final int MOST = 12;

    private Suggestion() {}

    /** {@code did you mean "x"?}, or what there is. */
    static String hint(String typed, Collection<String> known) {
        return DidYouMean.nearest(typed, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty() ? "" : "known: " + listed(known));
    }

    private static String listed(Collection<String> known) {
        String first = String.join(", ", known.stream().limit(MOST).toList());
        return known.size() > MOST ? first + " …" : first;
    }
}
