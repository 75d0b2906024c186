package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import dev.serai.foundation.settings.LogSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * The log of each integration: the newest 1,000 entries of each are kept in memory, at most 200,000 characters, and all of the runtime goes to a
 * file that is rolled by size.
 *
 * <p>What is logged on behalf of an integration is told by the message that the thread has in hand, or by {@code MDC.put("integration", name)};
 * where both are missing, by the CamelContext's name, {@code orders@7}, in Camel's own logging key or in the name of a Camel thread.
 */
public final class IntegrationLog implements AutoCloseable {

    private static final int ENTRIES = 1_000;
    private static final int CHARACTERS = 200_000;

    private final Map<String, RecentLines> recent = new ConcurrentHashMap<>();
    private final Logger root;
    private final List<Appender<ILoggingEvent>> appenders;
    private final LogLevels levels;

    /** A listener's place in the log; closing it ends the following. */
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    private IntegrationLog(LoggerContext context, Path folder, LogSettings settings) {
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        levels = new LogLevels(context, settings.level());
        ConsoleForm.apply(context, settings);
        appenders = List.of(
                LogAppenders.entries(context, this::add),
                LogAppenders.file(context, folder, settings.format().equals("json")));
        appenders.forEach(root::addAppender);
    }

    /**
     * Begins to listen to everything that is logged.
     *
     * @param folder where {@code serai.log} is written, and rolled at 10 MB into {@code serai.1.log.gz} to {@code serai.5.log.gz}; made when missing
     */
    public static IntegrationLog open(Path folder, LogSettings settings) {
        return new IntegrationLog((LoggerContext) LoggerFactory.getILoggerFactory(), folder, settings);
    }

    /** The newest lines of an integration as text, oldest first; none when it logged nothing. */
    public List<String> tail(String integration, int lines) {
        return tail(integration, lines, LogView.TEXT);
    }

    public List<String> tail(String integration, int lines, LogView view) {
        RecentLines kept = recent.get(integration);
        return kept == null ? List.of() : view.newest(kept.all(), lines);
    }

    /**
     * Hands over the newest lines, oldest first, then every new one; none is left out in between and none comes twice.
     *
     * @param lines how many of the lines that are already there, from 0
     * @param listener called on the thread that logs: it must not wait
     */
    public Following follow(String integration, int lines, LogView view, Consumer<String> listener) {
        RecentLines kept = linesOf(integration);
        Consumer<LogEntry> follower = entry -> view.of(entry).forEach(listener);
        kept.follow(present -> view.newest(present, lines).forEach(listener), follower);
        return () -> kept.unfollow(follower);
    }

    /** How much each integration tells. */
    public LogLevels levels() {
        return levels;
    }

    /** Frees the lines of an integration that was removed, and its level. */
    public void forget(String integration) {
        recent.remove(integration);
        levels.reset(integration);
    }

    @Override
    public void close() {
        levels.close();
        appenders.forEach(root::detachAppender);
        appenders.forEach(Appender::stop);
    }

    private void add(String integration, LogEntry entry) {
        linesOf(integration).add(entry);
    }

    private RecentLines linesOf(String integration) {
        return recent.computeIfAbsent(integration, any -> new RecentLines(ENTRIES, CHARACTERS));
    }
}
