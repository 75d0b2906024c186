package dev.serai.management.lifecycle.test;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a mistyped one most likely meant. */
final class Suggestion {

    private Suggestion() {}

    /** The nearest known name, when it is near enough to be meant. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(typed, name) <= tolerance(typed))
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    /** {@code did you mean "x"?}, or the list of what there is. */
    static String hint(String typed, Collection<String> known) {
        return nearest(typed, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty() ? "" : "known: " + String.join(", ", known));
    }

    private static int tolerance(String typed) {
        return Math.max(2, typed.length() / 3);
    }

    /** Levenshtein's distance, a transposition counting two. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
