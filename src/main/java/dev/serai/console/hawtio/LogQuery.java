package dev.serai.console.hawtio;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** The newest 1,000 log lines of the whole runtime, for Hawtio's log page. */
public final class LogQuery extends AppenderBase<ILoggingEvent> implements LogQueryMBean, AutoCloseable {

    private static final int KEPT = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private final Logger root;

    private LogQuery(LoggerContext context) {
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        setContext(context);
        setName("console-log");
    }

    /** Begins to listen. */
    static LogQuery open() {
        LogQuery log = new LogQuery((LoggerContext) LoggerFactory.getILoggerFactory());
        log.start();
        log.root.addAppender(log);
        return log;
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        LogLine line = LogLine.of(event);
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        }
    }

    @Override
    public Map<String, Object> getLogResults(int count) {
        return results(line -> true, count);
    }

    /** Lines are told apart by their sequence, so that of two in one millisecond none is lost. */
    @Override
    public Map<String, Object> jsonQueryLogResults(String query) {
        JsonNode wanted = read(query);
        long after = wanted.path("afterTimestamp").asLong();
        return results(line -> line.at() > after, KEPT);
    }

    private static JsonNode read(String query) {
        try {
            return JSON.readTree(query);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the query is not JSON; expected {\"afterTimestamp\": 0, \"count\": 20}", e);
        }
    }

    private Map<String, Object> results(Predicate<LogLine> wanted, int count) {
        List<LogLine> found = newest(wanted, count);
        long last = found.isEmpty()
                ? System.currentTimeMillis()
                : found.get(found.size() - 1).at();
        long first = found.isEmpty() ? last : found.get(0).at();
        return Map.of(
                "events", found.stream().map(LogLine::fields).toList(),
                "fromTimestamp", first,
                "toTimestamp", last);
    }

    private List<LogLine> newest(Predicate<LogLine> wanted, int count) {
        synchronized (lines) {
            List<LogLine> found = lines.stream().filter(wanted).toList();
            return found.subList(Math.max(0, found.size() - Math.max(0, count)), found.size());
        }
    }
}
