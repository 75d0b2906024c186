package dev.serai.adapter.messaging.kafka;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where a group begins that has committed nothing yet: at an offset or a point in time, {@code additionalProperties.serai.begin-at} of an endpoint.
 * A group that has committed goes on where it was: so a replay takes a group of its own, and a restart does not begin it again.
 */
final class Replay {

    static final String PROPERTY = "serai.begin-at";

    private final String beginning;

    private Replay(String beginning) {
        this.beginning = beginning;
    }

    /** Takes what an endpoint says out of a consumer's properties, which Kafka would not know. */
    static Replay of(Properties properties) {
        Object beginning = properties.remove(PROPERTY);
        return new Replay(beginning == null ? "" : beginning.toString()).checked();
    }

    private Replay checked() {
        if (!beginning.isEmpty() && !isOffset()) {
            instant();
        }
        return this;
    }

    private boolean isOffset() {
        return beginning.chars().allMatch(Character::isDigit);
    }

    private Instant instant() {
        try {
            return Instant.parse(beginning);
        } catch (DateTimeParseException e) {
            throw new ConfigException(PROPERTY + " is \"" + beginning
                    + "\"; expected an offset such as 1200, or a time such as 2026-01-31T08:00:00Z");
        }
    }

    /** Moves to the beginning in those partitions that the group has committed nothing of. */
    void begin(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        if (beginning.isEmpty()) {
            return;
        }
        Set<TopicPartition> fresh = new HashSet<>(assigned);
        consumer.committed(fresh).forEach((partition, offset) -> {
            if (offset != null) {
                fresh.remove(partition);
            }
        });
        if (isOffset()) {
            fresh.forEach(partition -> consumer.seek(partition, Long.parseLong(beginning)));
        } else {
            seek(consumer, fresh);
        }
    }

    private void seek(Consumer<?, ?> consumer, Set<TopicPartition> fresh) {
        long time = instant().toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> found =
                consumer.offsetsForTimes(fresh.stream().collect(Collectors.toMap(one -> one, one -> time)));
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
        fresh.forEach(partition -> {
            OffsetAndTimestamp first = found.get(partition);
            consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
        });
    }
}
