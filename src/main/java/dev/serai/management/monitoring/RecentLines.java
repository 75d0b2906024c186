package dev.serai.management.monitoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The newest lines of one integration, bounded in number and in characters: the oldest go first. Followers hear each line once, in order. */
final class RecentLines {

    private final int maxLines;
    private final int maxCharacters;
    private final Deque<String> lines = new ArrayDeque<>();
    private final List<Consumer<String>> followers = new CopyOnWriteArrayList<>();
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
        followers.forEach(follower -> follower.accept(kept));
    }

    /** Up to {@code count} lines, oldest first. */
    synchronized List<String> newest(int count) {
        return lines.stream()
                .skip(Math.max(0, lines.size() - Math.max(0, count)))
                .toList();
    }

    /** Hands over up to {@code count} of the lines that are there, then every new one. */
    synchronized void follow(int count, Consumer<String> follower) {
        newest(count).forEach(follower);
        followers.add(follower);
    }

    void unfollow(Consumer<String> follower) {
        followers.remove(follower);
    }
}
