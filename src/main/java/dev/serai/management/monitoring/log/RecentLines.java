package dev.serai.management.monitoring.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The newest entries of one integration, bounded in number and in characters: the oldest go first. Followers hear each once, in order. */
final class RecentLines {

    private final int maxEntries;
    private final int maxCharacters;
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final List<Consumer<LogEntry>> followers = new CopyOnWriteArrayList<>();
    private int characters;

    RecentLines(int maxEntries, int maxCharacters) {
        this.maxEntries = maxEntries;
        this.maxCharacters = maxCharacters;
    }

    synchronized void add(LogEntry entry) {
        LogEntry kept = entry.cutTo(maxCharacters);
        entries.addLast(kept);
        characters += kept.length();
        while (entries.size() > maxEntries || characters > maxCharacters) {
            characters -= entries.removeFirst().length();
        }
        followers.forEach(follower -> follower.accept(kept));
    }

    /** Oldest first. */
    synchronized List<LogEntry> all() {
        return List.copyOf(entries);
    }

    /** Hands over those that are there, then every new one. */
    synchronized void follow(Consumer<List<LogEntry>> present, Consumer<LogEntry> follower) {
        present.accept(all());
        followers.add(follower);
    }

    void unfollow(Consumer<LogEntry> follower) {
        followers.remove(follower);
    }
}
