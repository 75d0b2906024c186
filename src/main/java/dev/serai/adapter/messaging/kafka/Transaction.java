package dev.serai.adapter.messaging.kafka;

import dev.serai.foundation.ContextLoader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The transactions of one consumer: what its thread sends, and the offsets of what that came of, become visible together or not at all. */
final class Transaction implements AutoCloseable {

    private final Properties properties;
    private @Nullable KafkaProducer<byte[], byte[]> producer;
    private boolean open;

    /**
     * @param client the properties of any client of the connection
     * @param id unique among all that run at a time; the same again after a restart, so that what the last run left open is ended at once
     */
    Transaction(Properties client, String id) {
        this.properties = client;
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    }

    private KafkaProducer<byte[], byte[]> ready() {
        KafkaProducer<byte[], byte[]> made = producer;
        if (made == null) {
            made = ContextLoader.of(Transaction.class, () -> new KafkaProducer<>(properties));
            producer = made;
            made.initTransactions();
        }
        return made;
    }

    Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
        KafkaProducer<byte[], byte[]> sending = ready();
        if (!open) {
            sending.beginTransaction();
            open = true;
        }
        return sending.send(message);
    }

    /**
     * Makes what was sent visible, together with the offsets.
     *
     * @return why it was not done; all is undone then
     */
    Optional<Exception> commit(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        try {
            KafkaProducer<byte[], byte[]> committing = ready();
            if (!open) {
                committing.beginTransaction();
                open = true;
            }
            committing.sendOffsetsToTransaction(offsets, group);
            committing.commitTransaction();
            open = false;
            return Optional.empty();
        } catch (KafkaException e) {
            abort();
            return Optional.of(e);
        }
    }

    /** Undoes what was sent. A producer that cannot even do that is given up; the next one's start ends its transaction. */
    void abort() {
        KafkaProducer<byte[], byte[]> aborting = producer;
        if (aborting == null || !open) {
            return;
        }
        open = false;
        try {
            aborting.abortTransaction();
        } catch (KafkaException e) {
            close();
        }
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> closing = producer;
        producer = null;
        open = false;
        if (closing != null) {
            closing.close(Duration.ZERO);
        }
    }
}
