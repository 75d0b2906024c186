package dev.serai.management.monitoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest lines of one integration, bounded in number and in characters: the oldest go first. */
final class RecentLines {

    private final int maxLines;
    private final int maxCharacters;
    private final Deque<String> lines = new ArrayDeque<>();
    private int characters;

    RecentLines(int maxLines, int maxCharacters) {
        this.maxLines = maxLines;
        this.maxCharacters = maxCharacters;
    }

    synchronized void add(String line) {
        String kept = line.length() <= maxCharacters ? line : line.substring(0, maxCharacters);
        lines.addLast(kept);
        characters += kept.length();
        while (lines.size() > maxLines || characters > maxCharacters) {
            characters -= lines.removeFirst().length();
        }
    }

    /** Up to {@code count} lines, oldest first. */
    synchronized List<String> newest(int count) {
        return lines.stream()
                .skip(Math.max(0, lines.size() - Math.max(0, count)))
                .toList();
    }
}
