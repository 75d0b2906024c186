package dev.serai.adapter.messaging.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A producer that does not wait for what a consumer's thread sends, see {@link Deliveries}, and that says so when no broker answers. */
class SendingProducer extends KafkaProducer<Object, Object> {

    private static final int UNKNOWN = -1;

    private final Serializer<Object> keys;
    private final Serializer<Object> values;
    private final boolean hasOwnTransactions;
    private final String brokers;

    private SendingProducer(Properties properties, Serializer<Object> keys, Serializer<Object> values) {
        super(properties, keys, values);
        this.keys = keys;
        this.values = values;
        this.hasOwnTransactions = properties.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        this.brokers = properties.getProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    SendingProducer(Properties properties) {
        this(
                properties,
                serializer(properties, ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, true),
                serializer(properties, ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, false));
    }

    @SuppressWarnings("unchecked") // which types it takes is the endpoint's choice, as it is in Camel
    private static Serializer<Object> serializer(Properties properties, String key, boolean isKey) {
        Object type = properties.get(key);
        Serializer<Object> serializer = (Serializer<Object>)
                (type instanceof Class<?> loaded ? Utils.newInstance(loaded) : byName(String.valueOf(type)));
        Map<String, Object> settings = properties.entrySet().stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
        serializer.configure(settings, isKey);
        return serializer.getClass() == ByteArraySerializer.class ? lenient(serializer) : serializer;
    }

    /** Takes text, too: what Camel does for a body it does not do for the elements of a list. */
    private static Serializer<Object> lenient(Serializer<Object> bytes) {
        return (topic, data) -> bytes.serialize(
                topic, data instanceof CharSequence text ? text.toString().getBytes(StandardCharsets.UTF_8) : data);
    }

    private static Serializer<?> byName(String type) {
        try {
            return Utils.newInstance(type, Serializer.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("the serializer " + type + " is not there", e);
        }
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<Object, Object> message) {
        return send(message, null);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<Object, Object> message, @Nullable Callback callback) {
        Optional<Deliveries> deliveries = hasOwnTransactions ? Optional.empty() : Deliveries.current();
        return deliveries.filter(one -> !one.isCareful()).isPresent()
                ? sendWith(deliveries.get(), message, callback)
                : super.send(message, telling(callback));
    }

    /** Says of a timeout what it comes of. */
    private @Nullable Callback telling(@Nullable Callback callback) {
        return callback == null
                ? null
                : (metadata, exception) -> callback.onCompletion(
                        metadata,
                        exception instanceof TimeoutException && !hasBroker()
                                ? new TimeoutException("no broker answers at " + brokers, exception)
                                : exception);
    }

    private Future<RecordMetadata> sendWith(
            Deliveries deliveries, ProducerRecord<Object, Object> message, @Nullable Callback callback) {
        Optional<Transaction> transaction = deliveries.transaction();
        Future<RecordMetadata> sent = transaction.isPresent()
                ? transaction.get().send(serialized(message))
                : super.send(message, deliveries.watcher(this));
        return sent.isDone() ? done(sent, message, callback) : underWay(message, callback);
    }

    /** What has failed at once, such as a message that is too large, fails for its route. */
    private static Future<RecordMetadata> done(
            Future<RecordMetadata> sent, ProducerRecord<?, ?> message, @Nullable Callback callback) {
        try {
            sent.get();
            return underWay(message, callback);
        } catch (ExecutionException e) {
            if (callback != null) {
                callback.onCompletion(null, e.getCause() instanceof Exception cause ? cause : e);
            }
            return sent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private ProducerRecord<byte[], byte[]> serialized(ProducerRecord<Object, Object> message) {
        return new ProducerRecord<>(
                message.topic(),
                message.partition(),
                message.timestamp(),
                keys.serialize(message.topic(), message.headers(), message.key()),
                values.serialize(message.topic(), message.headers(), message.value()),
                message.headers());
    }

    /** To the route it is sent; whether it arrives is asked before the offsets are committed. */
    private static Future<RecordMetadata> underWay(ProducerRecord<?, ?> message, @Nullable Callback callback) {
        TopicPartition partition = new TopicPartition(message.topic(), UNKNOWN);
        RecordMetadata metadata = new RecordMetadata(partition, UNKNOWN, 0, UNKNOWN, UNKNOWN, UNKNOWN);
        if (callback != null) {
            callback.onCompletion(metadata, null);
        }
        return CompletableFuture.completedFuture(metadata);
    }

    private boolean hasBroker() {
        return metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("connection-count"))
                .anyMatch(metric -> metric.metricValue() instanceof Number count && count.doubleValue() > 0);
    }
}
