package dev.serai.adapter.messaging.redis;

import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code NAME:stream:STREAM?group=…}: entries that stay until a consumer of the group has acknowledged them. */
public final class StreamEndpoint extends DefaultEndpoint {

    private final RedisConnection connection;
    private final String stream;
    private String group = "serai";
    private String consumer = "";
    private int consumers = 1;
    private int batch = 50;
    private boolean fromStart = true;
    private Duration claimAfter = Duration.ofMinutes(1);
    private long maxLength;
    private String bodyField = "body";

    StreamEndpoint(String uri, RedisComponent component, RedisConnection connection, String stream) {
        super(uri, component);
        this.connection = connection;
        this.stream = stream;
    }

    RedisConnection connection() {
        return connection;
    }

    String stream() {
        return stream;
    }

    EntryFields fields() {
        return new EntryFields(bodyField);
    }

    /** Consumer group; each gets every entry once. */
    public void setGroup(String group) {
        this.group = group;
    }

    public String getGroup() {
        return group;
    }

    /** Name within the group; by default one that is the same after a restart, and of which there is one for each Serai. */
    public void setConsumer(String consumer) {
        this.consumer = consumer;
    }

    public String getConsumer() {
        return consumer.isEmpty() ? connection.readerName() : consumer;
    }

    /** How many read at a time; with more than one the order is lost. */
    public void setConsumers(int consumers) {
        this.consumers = consumers;
    }

    public int getConsumers() {
        return consumers;
    }

    /** Most entries that are fetched, and acknowledged, at once. */
    public void setBatch(int batch) {
        this.batch = batch;
    }

    public int getBatch() {
        return batch;
    }

    /** Whether a group that does not exist yet begins with the oldest entry, or with the next one. */
    public void setFromStart(boolean fromStart) {
        this.fromStart = fromStart;
    }

    public boolean isFromStart() {
        return fromStart;
    }

    /** How long an entry lies unacknowledged before another consumer takes it: longer than a batch may take. */
    public void setClaimAfter(Duration claimAfter) {
        this.claimAfter = claimAfter;
    }

    public Duration getClaimAfter() {
        return claimAfter;
    }

    /** About how many entries a stream that is written to keeps; 0 for all. Older ones go, read or not. */
    public void setMaxLength(long maxLength) {
        this.maxLength = maxLength;
    }

    public long getMaxLength() {
        return maxLength;
    }

    /** The field that is the body; the others are headers. */
    public void setBodyField(String bodyField) {
        this.bodyField = bodyField;
    }

    public String getBodyField() {
        return bodyField;
    }

    @Override
    public Producer createProducer() {
        return new StreamProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        StreamConsumer made = new StreamConsumer(this, processor);
        configureConsumer(made);
        return made;
    }
}
