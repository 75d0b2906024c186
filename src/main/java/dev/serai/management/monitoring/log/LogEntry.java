package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.serai.foundation.secret.Redaction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was logged, with its fields.
 *
 * @param at when
 * @param level how grave
 * @param logger who said it
 * @param message what was said
 * @param owner on whose behalf; null when it was the runtime itself
 * @param stackTrace of the exception that went with it; empty when there was none
 */
record LogEntry(
        Instant at,
        Level level,
        String logger,
        String message,
        @Nullable LogOwner owner,
        String stackTrace) {

    /** About what stands before the message in a line. */
    private static final int HEAD = 100;

    private static final JsonFactory JSON = new JsonFactory();
    private static final TargetLengthBasedClassNameAbbreviator SHORT = new TargetLengthBasedClassNameAbbreviator(36);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

    /** To be called on the thread that logs. */
    static LogEntry of(ILoggingEvent event, Optional<LogOwner> owner) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return new LogEntry(
                Instant.ofEpochMilli(event.getTimeStamp()),
                event.getLevel(),
                event.getLoggerName(),
                Redaction.clean(event.getFormattedMessage()),
                owner.orElse(null),
                thrown == null ? "" : Redaction.clean(ThrowableProxyUtil.asString(thrown)));
    }

    /** About its length as text. */
    int length() {
        return HEAD + message.length() + stackTrace.length();
    }

    LogEntry cutTo(int characters) {
        if (length() <= characters) {
            return this;
        }
        int room = characters - HEAD;
        int kept = Math.min(message.length(), room);
        return new LogEntry(
                at,
                level,
                logger,
                message.substring(0, kept),
                owner,
                stackTrace.substring(0, Math.min(stackTrace.length(), room - kept)));
    }

    /** As lines of text, the stack trace with it. */
    List<String> lines() {
        String head = TIME.format(at) + " " + padded() + " " + (owner == null ? "serai" : owner.label()) + " " + place()
                + SHORT.abbreviate(logger) + " - " + message;
        return (stackTrace.isEmpty() ? head : head + "\n" + stackTrace).lines().toList();
    }

    private String padded() {
        String name = level.toString();
        return name.length() < 5 ? name + " " : name;
    }

    private String place() {
        return owner == null || owner.message() == LogOwner.Message.NONE
                ? ""
                : "[" + owner.message().route() + " " + owner.message().exchange() + "] ";
    }

    /** As one line of JSON; a field that is not known is left out. */
    String json() {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", at.truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("level", level.toString());
            json.writeStringField("logger", logger);
            json.writeStringField("message", message);
            if (owner != null) {
                writeOwner(json, owner);
            }
            write(json, "stackTrace", stackTrace);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be written", e);
        }
        return line.toString();
    }

    private static void writeOwner(JsonGenerator json, LogOwner owner) throws IOException {
        json.writeStringField("integration", owner.integration());
        write(json, "version", owner.version());
        write(json, "route", owner.message().route());
        write(json, "exchange", owner.message().exchange());
        write(json, "trace", owner.message().trace());
        write(json, "span", owner.message().span());
    }

    private static void write(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
