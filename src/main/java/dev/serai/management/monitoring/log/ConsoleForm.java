package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.serai.foundation.settings.LogSettings;

/** The form of the lines on standard error: text for a person who watches, JSON for a program that collects. */
final class ConsoleForm {

    /** Set by the launcher when standard error is a terminal. */
    private static final String FORM = "dev.serai.log.form";

    private ConsoleForm() {}

    static void apply(LoggerContext context, LogSettings settings) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        // Whoever runs with a logback.xml of their own has decided already.
        if (isJson(settings) && root.getAppender("console") instanceof ConsoleAppender<ILoggingEvent> console) {
            console.setEncoder(LogAppenders.jsonLines(context));
        }
    }

    private static boolean isJson(LogSettings settings) {
        return settings.format().equals("json")
                || settings.format().equals("auto") && !"terminal".equals(System.getProperty(FORM));
    }
}
