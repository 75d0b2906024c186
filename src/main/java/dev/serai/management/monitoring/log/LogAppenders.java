package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Where log events go besides the console. */
final class LogAppenders {

    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %owner %logger{36} - %msg%n%ex";

    private LogAppenders() {}

    /** Hands each entry that an integration logs to {@code sink}, with the integration's name. */
    static Appender<ILoggingEvent> entries(LoggerContext context, BiConsumer<String, LogEntry> sink) {
        Appender<ILoggingEvent> appender = new EntryAppender(sink);
        appender.setContext(context);
        appender.setName("integration-entries");
        appender.start();
        return appender;
    }

    /** A file that is rolled at 10 MB; five old ones are kept. */
    static Appender<ILoggingEvent> file(LoggerContext context, Path folder, boolean json) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("serai-log");
        appender.setFile(folder.resolve("serai.log").toString());
        appender.setEncoder(json ? jsonLines(context) : encoder(context));
        appender.setRollingPolicy(window(context, appender, folder));
        appender.setTriggeringPolicy(atTenMegabytes(context));
        appender.start();
        return appender;
    }

    static JsonLines jsonLines(LoggerContext context) {
        JsonLines lines = new JsonLines();
        lines.setContext(context);
        lines.start();
        return lines;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setContext(context);
        encoder.setLayout(layout(context));
        encoder.start();
        return encoder;
    }

    private static PatternLayout layout(LoggerContext context) {
        PatternLayout layout = new RedactingLayout();
        layout.getInstanceConverterMap().put("owner", OwnerConverter::new);
        layout.setContext(context);
        layout.setPattern(LINE);
        layout.start();
        return layout;
    }

    private static FixedWindowRollingPolicy window(
            LoggerContext context, RollingFileAppender<ILoggingEvent> appender, Path folder) {
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(folder.resolve("serai.%i.log.gz").toString());
        window.setMinIndex(1);
        window.setMaxIndex(5);
        window.start();
        return window;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> atTenMegabytes(LoggerContext context) {
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf("10MB"));
        trigger.start();
        return trigger;
    }

    /** Makes entries of what is logged on behalf of integrations. */
    private static final class EntryAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

        private final BiConsumer<String, LogEntry> sink;

        EntryAppender(BiConsumer<String, LogEntry> sink) {
            this.sink = sink;
        }

        @Override
        protected void append(ILoggingEvent event) {
            Optional<LogOwner> owner = LogOwner.of(event);
            owner.ifPresent(known -> sink.accept(known.integration(), LogEntry.of(event, owner)));
        }
    }
}
