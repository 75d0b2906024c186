package dev.serai.adapter.messaging.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAutoClaimParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntryBinary;

/** The commands of a consumer group, over a connection of its own. */
final class GroupConsumer implements AutoCloseable {

    static final StreamEntryID OLDEST = new StreamEntryID(0, 0);

    private final StreamEndpoint endpoint;
    private final RedisClient redis;
    private final byte[] stream;
    private final byte[] group;
    private final byte[] name;
    private final Duration wait;

    /** @param wait how long a read waits for entries */
    GroupConsumer(StreamEndpoint endpoint, String name, Duration wait) {
        this.endpoint = endpoint;
        this.redis = endpoint.connection().reader(wait);
        this.stream = EntryFields.bytes(endpoint.stream());
        this.group = EntryFields.bytes(endpoint.getGroup());
        this.name = EntryFields.bytes(name);
        this.wait = wait;
    }

    /** Makes the group, and the stream, where they are not there. */
    void create() {
        try {
            redis.xgroupCreate(stream, group, EntryFields.bytes(endpoint.isFromStart() ? "0" : "$"), true);
        } catch (JedisDataException e) {
            if (!String.valueOf(e.getMessage()).startsWith("BUSYGROUP")) {
                throw e;
            }
        }
    }

    /** What was fetched under this name after an entry, and not acknowledged. */
    List<StreamEntryBinary> pending(StreamEntryID after) {
        return read(after, params());
    }

    /** New entries; none when none come within the wait. */
    List<StreamEntryBinary> next() {
        return read(StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY, params().block((int) wait.toMillis()));
    }

    private XReadGroupParams params() {
        return new XReadGroupParams().count(endpoint.getBatch());
    }

    private List<StreamEntryBinary> read(StreamEntryID from, XReadGroupParams params) {
        List<Map.Entry<byte[], List<StreamEntryBinary>>> streams =
                redis.xreadGroupBinary(group, name, params, Map.of(stream, from));
        return streams == null || streams.isEmpty() ? List.of() : streams.get(0).getValue();
    }

    /** Takes over what any consumer, this one too, fetched so long ago and has not acknowledged. */
    List<StreamEntryBinary> claim(Duration idle) {
        List<Object> claimed = redis.xautoclaim(
                stream,
                group,
                name,
                idle.toMillis(),
                EntryFields.bytes("0"),
                new XAutoClaimParams().count(endpoint.getBatch()));
        return BuilderFactory.STREAM_ENTRY_BINARY_LIST.build(claimed.get(1));
    }

    void acknowledge(List<StreamEntryBinary> entries) {
        if (!entries.isEmpty()) {
            redis.xack(
                    stream,
                    group,
                    entries.stream()
                            .map(entry -> EntryFields.bytes(entry.getID().toString()))
                            .toArray(byte[][]::new));
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
