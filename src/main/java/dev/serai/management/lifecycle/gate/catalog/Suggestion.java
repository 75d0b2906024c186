package dev.serai.management.lifecycle.gate.catalog;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a person most likely meant. */
public final class Suggestion {

    private Suggestion() {}

    /** The known name that is nearest to what was written; empty when none is near. */
    public static Optional<String> of(String seen, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, seen.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(seen.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT), bestDistance);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
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

    /** Damerau-Levenshtein distance (optimal string alignment), given up once it cannot be below the limit. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                cost[i][j] = cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int cheapest = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
    }
}
