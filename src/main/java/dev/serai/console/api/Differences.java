package dev.serai.console.api;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.serai.foundation.Bundle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What changed between two versions of an integration.
 *
 * @param name the integration
 * @param from number of the older version, or of whichever the caller named first
 * @param to number of the other
 * @param files the files that differ, by path
 */
public record Differences(String name, int from, int to, List<FileDifference> files) {

    private static final int CONTEXT_LINES = 3;

    /** How a file came to differ. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One file that differs.
     *
     * @param diff a unified diff, as {@code diff -u} and {@code git} write it; one sentence for a file that is not text
     */
    public record FileDifference(String path, Change change, String diff) {}

    static Differences between(int from, Bundle older, int to, Bundle newer) {
        TreeSet<String> paths = new TreeSet<>(older.paths());
        paths.addAll(newer.paths());
        List<FileDifference> files = paths.stream()
                .flatMap(path -> difference(path, older, newer).stream())
                .toList();
        return new Differences(newer.name(), from, to, files);
    }

    private static Optional<FileDifference> difference(String path, Bundle older, Bundle newer) {
        byte[] before = older.contains(path) ? older.bytes(path) : new byte[0];
        byte[] after = newer.contains(path) ? newer.bytes(path) : new byte[0];
        Change change = !older.contains(path) ? Change.ADDED : !newer.contains(path) ? Change.REMOVED : Change.CHANGED;
        if (change == Change.CHANGED && Arrays.equals(before, after)) {
            return Optional.empty();
        }
        return Optional.of(new FileDifference(path, change, unified(path, change, before, after)));
    }

    private static String unified(String path, Change change, byte[] before, byte[] after) {
        Optional<List<String>> left = FileContent.text(before).map(Differences::lines);
        Optional<List<String>> right = FileContent.text(after).map(Differences::lines);
        if (left.isEmpty() || right.isEmpty()) {
            return "binary file " + path + ": " + before.length + " bytes before, " + after.length + " after\n";
        }
        String from = change == Change.ADDED ? "/dev/null" : "a/" + path;
        String to = change == Change.REMOVED ? "/dev/null" : "b/" + path;
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                from, to, left.get(), DiffUtils.diff(left.get(), right.get()), CONTEXT_LINES);
        return String.join("\n", lines.stream().map(Differences::counted).toList()) + "\n";
    }

    /** The library counts an empty side from line 1; patch expects 0. */
    private static String counted(String line) {
        return line.startsWith("@@ ") ? line.replace("-1,0 ", "-0,0 ").replace("+1,0 ", "+0,0 ") : line;
    }

    /** Lines with their carriage returns, so that a change of line ends is a change; a missing last line end is told. */
    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        boolean ended = text.endsWith("\n");
        List<String> lines = List.of((ended ? text.substring(0, text.length() - 1) : text).split("\n", -1));
        return ended ? lines : withoutEnd(lines);
    }

    private static List<String> withoutEnd(List<String> lines) {
        String last = lines.get(lines.size() - 1) + "\n\\ No newline at end of file";
        return Stream.concat(lines.stream().limit(lines.size() - 1L), Stream.of(last))
                .toList();
    }
}
