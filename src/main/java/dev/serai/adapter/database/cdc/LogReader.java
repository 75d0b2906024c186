package dev.serai.adapter.database.cdc;

import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a database's log from the place that was kept, and again from there whenever reading ends, until it is closed: a server that is away, a slot that
 * another still holds, a change that failed. An engine of Debezium's runs once, so each attempt has a new one.
 */
final class LogReader implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final long PAUSE = 1_000;
    private static final long SHORT_PAUSE = 50;

    private final String name;
    private final Properties settings;
    private final ChangeConsumer<ChangeEvent<SourceRecord, SourceRecord>> changes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<DebeziumEngine<?>> engine = Optional.empty();
    private String told = "";

    /** @param name for messages */
    LogReader(String name, Properties settings, ChangeConsumer<ChangeEvent<SourceRecord, SourceRecord>> changes) {
        this.name = name;
        this.settings = settings;
        this.changes = changes;
    }

    @Override
    public void run() {
        try {
            do {
                read();
            } while (!waited(closing, PAUSE));
        } finally {
            ended.countDown();
        }
    }

    private void read() {
        DebeziumEngine<?> one = DebeziumEngine.create(Connect.class)
                .using(settings)
                .using(LogReader.class.getClassLoader())
                .using((isSuccess, message, cause) -> tell(message, cause))
                .notifying(changes)
                .build();
        engine = Optional.of(one);
        one.run();
    }

    /** Once for each reason, however often it is tried again. */
    private void tell(@Nullable String message, @Nullable Throwable cause) {
        String reason = cause == null ? String.valueOf(message) : reason(cause);
        if (closing.getCount() > 0 && !reason.equals(told)) {
            told = reason;
            LOG.warn("{}: reading the log ended ({}); it begins again where it was until it is stopped", name, reason);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + ": " + text;
    }

    /** Waits until the change that is under way is done. */
    @Override
    public void close() {
        closing.countDown();
        do {
            engine.ifPresent(LogReader::stop);
        } while (!waited(ended, SHORT_PAUSE));
    }

    /** An engine refuses to be closed while it starts, and when it is being closed: then it is asked again. */
    private static void stop(DebeziumEngine<?> engine) {
        try {
            engine.close();
        } catch (IllegalStateException e) {
            LOG.debug("asked again in a moment: {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean waited(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
