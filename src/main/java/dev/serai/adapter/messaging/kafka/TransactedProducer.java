package dev.serai.adapter.messaging.kafka;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A producer of which each message's sends to an endpoint are one transaction. It has one at a time, so that messages take turns; Camel begins the
 * second in the middle of the first.
 */
final class TransactedProducer extends SendingProducer {

    private static final Runnable NOTHING = () -> {};

    private final Semaphore turn = new Semaphore(1);
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicReference<Runnable> unsettled = new AtomicReference<>(NOTHING);
    private final Duration patience;
    private final AtomicReference<Runnable> closed;

    /** @param closed called when it has closed */
    TransactedProducer(Properties properties, Runnable closed) {
        super(properties);
        this.patience =
                Duration.ofMillis(Long.parseLong(String.valueOf(properties.get(ProducerConfig.MAX_BLOCK_MS_CONFIG))));
        this.closed = new AtomicReference<>(closed);
    }

    @Override
    public void beginTransaction() {
        awaitTurn();
        open.set(true);
        try {
            unsettled.getAndSet(NOTHING).run();
            super.beginTransaction();
        } catch (RuntimeException e) {
            endTurn();
            throw e;
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException(
                        "another message's transaction has not ended within " + patience.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    /** A transaction that cannot be committed is undone: nobody else does that. */
    @Override
    public void commitTransaction() {
        try {
            settle(super::commitTransaction);
        } catch (TimeoutException e) {
            throw e;
        } catch (KafkaException e) {
            settle(super::abortTransaction);
            throw e;
        } finally {
            endTurn();
        }
    }

    @Override
    public void abortTransaction() {
        try {
            settle(super::abortTransaction);
        } finally {
            endTurn();
        }
    }

    /** What the brokers have not answered in time must be asked again before anything else. */
    private void settle(Runnable end) {
        try {
            end.run();
        } catch (TimeoutException e) {
            unsettled.set(() -> settle(end));
            throw e;
        }
    }

    private void endTurn() {
        if (open.getAndSet(false)) {
            turn.release();
        }
    }

    @Override
    public void close(Duration timeout) {
        super.close(timeout);
        endTurn();
        closed.getAndSet(NOTHING).run();
    }
}
