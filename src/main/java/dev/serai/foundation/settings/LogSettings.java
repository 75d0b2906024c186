package dev.serai.foundation.settings;

import java.util.List;

/**
 * The log, {@code serai.log.*}.
 *
 * @param format see {@link #FORMAT}
 * @param level see {@link #LEVEL}
 */
public record LogSettings(String format, String level) {

    public static final Key<String> FORMAT = Key.of(
            "serai.log.format",
            Kind.oneOf("auto", "text", "json"),
            "auto",
            "How log lines look on standard error",
            "auto is text on a terminal and JSON lines otherwise; state/logs/serai.log is JSON lines with json alone");
    public static final Key<String> LEVEL = Key.of(
            "serai.log.level",
            Kind.oneOf("ERROR", "WARN", "INFO", "DEBUG", "TRACE"),
            "INFO",
            "How much Serai tells of itself",
            "For one integration alone, while it runs: serai log level NAME DEBUG");

    public static final List<Key<?>> KEYS = List.of(FORMAT, LEVEL);

    public LogSettings {
        FORMAT.check(format);
        LEVEL.check(level);
    }

    public static LogSettings from(Values values) {
        return new LogSettings(values.get(FORMAT), values.get(LEVEL));
    }
}
