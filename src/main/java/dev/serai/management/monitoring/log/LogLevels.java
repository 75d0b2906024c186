package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;

/**
 * How much each integration tells, while it runs. All of them share Camel's loggers, so the level is not the logger's: a filter asks for each
 * line on whose behalf it would be. It stands in the way of all lines only while some integration has a level of its own, which stays across its versions and
 * ends with the process.
 */
public final class LogLevels implements AutoCloseable {

    private final LoggerContext context;
    private final Map<String, Level> levels = new ConcurrentHashMap<>();
    private final TurboFilter filter = new ByOwner();
    private final String standard;

    /** @param standard how much Serai tells where no level is set */
    LogLevels(LoggerContext context, String standard) {
        this.context = context;
        this.standard = standard;
        filter.setContext(context);
        filter.setName("integration-levels");
        filter.start();
        if (!standard.equals("INFO")) {
            context.getLogger("dev.serai").setLevel(Level.toLevel(standard));
        }
    }

    /** What a person set; empty when the integration tells what all do. */
    public Optional<String> of(String integration) {
        return Optional.ofNullable(levels.get(integration)).map(Level::toString);
    }

    /** What holds for integrations without a level of their own. */
    public String standard() {
        return standard;
    }

    /** @param level ERROR, WARN, INFO, DEBUG or TRACE */
    public synchronized void set(String integration, String level) {
        levels.put(integration, Level.valueOf(level));
        if (!context.getTurboFilterList().contains(filter)) {
            context.addTurboFilter(filter);
        }
    }

    /** From now on it tells again what all do. */
    public synchronized void reset(String integration) {
        levels.remove(integration);
        if (levels.isEmpty()) {
            context.getTurboFilterList().remove(filter);
        }
    }

    @Override
    public synchronized void close() {
        levels.clear();
        context.getTurboFilterList().remove(filter);
    }

    /** Decides for integrations that have a level; leaves all others to the loggers. */
    private final class ByOwner extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            Level wanted = LogOwner.of(MDC::get, Thread.currentThread().getName())
                    .map(owner -> levels.get(owner.integration()))
                    .orElse(null);
            if (wanted == null) {
                return FilterReply.NEUTRAL;
            }
            return level.isGreaterOrEqual(wanted) ? FilterReply.ACCEPT : FilterReply.DENY;
        }
    }
}
