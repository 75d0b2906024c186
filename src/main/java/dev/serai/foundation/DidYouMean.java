package dev.serai.foundation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a person probably meant. */
public final class DidYouMean {

    private DidYouMean() {}

    /** A hint such as {@code did you mean "brokers"?}; empty text when nothing is near. */
    public static String hint(String seen, Collection<String> known) {
        return nearest(seen, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse("");
    }

    /** The known name nearest to what was seen, when at most a third of its letters differ. */
    public static Optional<String> nearest(String seen, Collection<String> known) {
        int limit = Math.max(1, seen.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - seen.length()) <= limit)
                .filter(name -> distance(lower(seen), lower(name)) <= limit)
                .min(Comparator.<String>comparingInt(name -> distance(lower(seen), lower(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Edits between two words, a swap of neighbours counted once (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 ? j : j == 0 ? i : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cost = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cost, edits[i - 2][j - 2] + 1) : cost;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
