package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %owner} in a log pattern: {@code orders@7}, or {@code serai} for what the runtime itself has to say. */
public final class OwnerConverter extends ClassicConverter {

    private static final String RUNTIME = "serai";

    @Override
    public String convert(ILoggingEvent event) {
        return LogOwner.of(event).map(LogOwner::label).orElse(RUNTIME);
    }
}
