package dev.serai.adapter.messaging.kafka;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer's thread has sent since its last commit. Its sends are not waited for one by one: all of them are waited for before the offsets of
 * the messages that they came of are committed, so that a route from topic to topic keeps Kafka's pace and loses nothing. With a transaction the
 * sends and the offsets are one.
 */
final class Deliveries implements AutoCloseable {

    private static final ThreadLocal<@Nullable Deliveries> CURRENT = new ThreadLocal<>();

    private final Optional<Transaction> transaction;
    private final Set<Producer<?, ?>> producers = new LinkedHashSet<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Callback watcher = this::told;
    private @Nullable Thread owner;
    private boolean careful;

    Deliveries(Optional<Transaction> transaction) {
        this.transaction = transaction;
    }

    /** Those of the thread that calls; empty when it is no consumer's. */
    static Optional<Deliveries> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** What fails at once, in the sending thread, is that message's failure alone and told to its route. */
    private void told(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null && Thread.currentThread() != owner) {
            failure.compareAndSet(null, exception);
        }
    }

    /** Makes the sends of the calling thread part of these. */
    void begin() {
        if (CURRENT.get() != this) {
            CURRENT.set(this);
            owner = Thread.currentThread();
        }
    }

    /**
     * Whether each send is waited for: after a batch of which something has not arrived, so that a message that is never taken fails by itself. Never in
     * a transaction, in which all fail together.
     */
    boolean isCareful() {
        return careful;
    }

    Optional<Transaction> transaction() {
        return transaction;
    }

    /** Told of what becomes of a send. */
    Callback watcher(Producer<?, ?> producer) {
        producers.add(producer);
        return watcher;
    }

    /**
     * Waits until all that was sent has arrived; in a transaction, makes it visible together with the offsets.
     *
     * @return why it has not arrived; empty when it has
     */
    Optional<Exception> settle(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        if (transaction.isPresent()) {
            return transaction.get().commit(offsets, group);
        }
        Optional<Exception> failed = arrived();
        careful = failed.isPresent();
        return failed;
    }

    /**
     * Waits until all that was sent so far has arrived. A failure stays known for the end of the batch.
     *
     * @return why it has not arrived; empty when it has
     */
    Optional<Exception> failureSoFar() {
        List<Producer<?, ?>> used = new ArrayList<>(producers);
        producers.clear();
        used.forEach(Producer::flush);
        return Optional.ofNullable(failure.get());
    }

    private Optional<Exception> arrived() {
        Optional<Exception> failed = failureSoFar();
        failure.set(null);
        return failed;
    }

    /** Undoes what can be undone. */
    void abort() {
        transaction.ifPresent(Transaction::abort);
    }

    @Override
    public void close() {
        CURRENT.remove();
        transaction.ifPresent(Transaction::close);
    }
}
