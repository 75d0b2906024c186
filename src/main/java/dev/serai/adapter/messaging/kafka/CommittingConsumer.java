package dev.serai.adapter.messaging.kafka;

import dev.serai.foundation.Backlog.Waiting;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer whose offsets are committed when all has arrived that was sent because of them; see {@link Deliveries}. What has not arrived is received
 * again. Camel commits the messages of one partition at a time, when it has done with them.
 */
final class CommittingConsumer extends KafkaConsumer<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(CommittingConsumer.class);
    private static final long LAG_EVERY_NANOS = 1_000_000_000L;
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(5);

    private final String group;
    private final Replay replay;
    private final Deliveries deliveries;
    private final Consumer<CommittingConsumer> closed;
    private final Map<TopicPartition, Long> begins = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> handedOut = new HashMap<>();
    private volatile List<Waiting> waiting = List.of();
    private long lagKnownAt;

    /** @param closed called when it has closed */
    CommittingConsumer(
            Properties properties, Replay replay, Deliveries deliveries, Consumer<CommittingConsumer> closed) {
        super(properties);
        this.group = String.valueOf(properties.get(ConsumerConfig.GROUP_ID_CONFIG));
        this.replay = replay;
        this.deliveries = deliveries;
        this.closed = closed;
    }

    /** What waits in its partitions, as it was at the last poll. */
    List<Waiting> waiting() {
        return waiting;
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, replaying(listener));
    }

    @Override
    public void subscribe(Pattern pattern, ConsumerRebalanceListener listener) {
        super.subscribe(pattern, replaying(listener));
    }

    private ConsumerRebalanceListener replaying(ConsumerRebalanceListener listener) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                replay.begin(CommittingConsumer.this, partitions);
                listener.onPartitionsAssigned(partitions);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                handedOut.keySet().removeAll(partitions);
                listener.onPartitionsRevoked(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                handedOut.keySet().removeAll(partitions);
                listener.onPartitionsLost(partitions);
            }
        };
    }

    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
        deliveries.begin();
        ConsumerRecords<Object, Object> records = super.poll(timeout);
        begins.clear();
        ends.clear();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<Object, Object>> polled = records.records(partition);
            begins.put(partition, polled.get(0).offset());
            ends.put(partition, polled.get(polled.size() - 1).offset() + 1);
        }
        tellLag();
        return records;
    }

    private void tellLag() {
        long now = System.nanoTime();
        if (now - lagKnownAt < LAG_EVERY_NANOS) {
            return;
        }
        lagKnownAt = now;
        waiting = assignment().stream()
                .collect(Collectors.groupingBy(
                        TopicPartition::topic, Collectors.summingLong(partition -> currentLag(partition)
                                .orElse(0))))
                .entrySet()
                .stream()
                .map(topic -> new Waiting(group, topic.getKey(), topic.getValue()))
                .toList();
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
        if (deliveries.transaction().isPresent() && isPart(offsets)) {
            deliveries.abort();
            goBack(offsets.keySet());
            return;
        }
        Optional<Exception> failure = deliveries.settle(offsets, groupMetadata());
        if (failure.isPresent()) {
            LOG.warn(
                    "group {}: what was sent for {} has not arrived ({}); its messages are received again",
                    group,
                    offsets.keySet(),
                    String.valueOf(failure.get().getMessage()));
            goBack(offsets.keySet());
        } else if (deliveries.transaction().isEmpty()) {
            commit(offsets, timeout);
        }
    }

    /** Whether messages are left over: one has failed, or the route stops. What it sent before that is in the transaction, too. */
    private boolean isPart(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return offsets.entrySet().stream()
                .anyMatch(one -> one.getValue().offset() < ends.getOrDefault(one.getKey(), 0L));
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
        try {
            super.commitSync(offsets, timeout);
        } catch (RetriableException | CommitFailedException e) {
            LOG.debug("group {}: {} not committed, the next commit takes them along", group, offsets, e);
        }
    }

    /** Told of each message when its exchange is made. */
    void handedOut(TopicPartition partition, long offset) {
        handedOut.put(partition, new OffsetAndMetadata(offset + 1));
    }

    /**
     * Commits for a route.
     *
     * @throws IllegalStateException when something sent since the last commit has not arrived, or the offsets belong to a transaction
     */
    void commitHandedOut() {
        if (deliveries.transaction().isPresent()) {
            throw new IllegalStateException(
                    "group " + group
                            + ": a route commits by itself, but with exactly-once the offsets are committed with what was sent; leave the commit out");
        }
        deliveries.failureSoFar().ifPresent(failure -> {
            throw new IllegalStateException(
                    "group " + group + ": not committed, as what was sent has not arrived", failure);
        });
        commit(Map.copyOf(handedOut), COMMIT_PATIENCE);
    }

    private void goBack(Collection<TopicPartition> partitions) {
        partitions.stream()
                .filter(assignment()::contains)
                .filter(begins::containsKey)
                .forEach(partition -> seek(partition, begins.getOrDefault(partition, 0L)));
    }

    @Override
    public void close() {
        deliveries.abort();
        deliveries.close();
        super.close();
        closed.accept(this);
    }
}
