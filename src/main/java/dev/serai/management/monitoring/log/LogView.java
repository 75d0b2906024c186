package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a person wants to see the log.
 *
 * @param level what is less grave is left out: ERROR, WARN, INFO, DEBUG or TRACE
 * @param json whether each entry is one line of JSON with all fields, instead of text with its stack trace in lines of its own
 */
public record LogView(String level, boolean json) {

    /** Everything, as text. */
    public static final LogView TEXT = new LogView("TRACE", false);

    Stream<String> of(LogEntry entry) {
        if (!entry.level().isGreaterOrEqual(Level.toLevel(level, Level.TRACE))) {
            return Stream.empty();
        }
        return json ? Stream.of(entry.json()) : entry.lines().stream();
    }

    /** The newest lines of the entries, oldest first. */
    List<String> newest(List<LogEntry> entries, int lines) {
        List<String> all = entries.stream().flatMap(this::of).toList();
        return all.subList(Math.max(0, all.size() - Math.max(0, lines)), all.size());
    }
}
