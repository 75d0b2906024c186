package dev.serai.console.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one was probably meant to be: the smallest edit distance (Levenshtein), if it is small. */
final class Nearest {

    private Nearest() {}

    static Optional<String> to(String seen, Collection<String> known) {
        int limit = Math.max(1, seen.length() / 3 + 1);
        return known.stream()
                .filter(name -> distance(seen, name) <= limit)
                .min(Comparator.comparingInt((String name) -> distance(seen, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A hint for a name that is unknown. */
    static String hint(String seen, Collection<String> known, String otherwise) {
        return to(seen, known).map(name -> "did you mean \"" + name + "\"?").orElse(otherwise);
    }

    private static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            above = row(above, i, left.charAt(i - 1), right);
        }
        return above[right.length()];
    }

    private static int[] row(int[] above, int i, char letter, String right) {
        int[] row = new int[right.length() + 1];
        row[0] = i;
        for (int j = 1; j <= right.length(); j++) {
            int replaced = above[j - 1] + (right.charAt(j - 1) == letter ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        }
        return row;
    }
}
