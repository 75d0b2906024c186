package dev.serai.management.monitoring;

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
import java.util.function.BiConsumer;

/** Where log events go besides the console. */
final class LogAppenders {

    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %owner %logger{36} - %msg%n%ex";

    private LogAppenders() {}

    /** Hands each line of what an integration logs to {@code sink}, with the integration's name. */
    static Appender<ILoggingEvent> lines(LoggerContext context, BiConsumer<String, String> sink) {
        Appender<ILoggingEvent> appender = new LineAppender(layout(context), sink);
        appender.setContext(context);
        appender.setName("integration-lines");
        appender.start();
        return appender;
    }

    /** A file that is rolled at 10 MB; five old ones are kept. */
    static Appender<ILoggingEvent> file(LoggerContext context, Path folder) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("serai-log");
        appender.setFile(folder.resolve("serai.log").toString());
        appender.setEncoder(encoder(context));
        appender.setRollingPolicy(window(context, appender, folder));
        appender.setTriggeringPolicy(atTenMegabytes(context));
        appender.start();
        return appender;
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
        PatternLayout layout = new PatternLayout();
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

    /** Splits an event into its lines, the stack trace with it. */
    private static final class LineAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

        private final PatternLayout layout;
        private final BiConsumer<String, String> sink;

        LineAppender(PatternLayout layout, BiConsumer<String, String> sink) {
            this.layout = layout;
            this.sink = sink;
        }

        @Override
        protected void append(ILoggingEvent event) {
            LogOwner.of(event)
                    .ifPresent(owner ->
                            layout.doLayout(event).lines().forEach(line -> sink.accept(owner.integration(), line)));
        }
    }
}
