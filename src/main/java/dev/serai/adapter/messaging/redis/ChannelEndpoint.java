package dev.serai.adapter.messaging.redis;

import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code NAME:channel:CHANNEL}: everybody who listens at the moment gets the message; nobody keeps it. */
public final class ChannelEndpoint extends DefaultEndpoint implements MultipleConsumersSupport {

    private final RedisConnection connection;
    private final String channel;
    private boolean pattern;

    ChannelEndpoint(String uri, RedisComponent component, RedisConnection connection, String channel) {
        super(uri, component);
        this.connection = connection;
        this.channel = channel;
    }

    RedisConnection connection() {
        return connection;
    }

    byte[] channel() {
        return EntryFields.bytes(channel);
    }

    /** Whether the channel to listen to is a pattern, such as {@code orders.*}. */
    public void setPattern(boolean pattern) {
        this.pattern = pattern;
    }

    public boolean isPattern() {
        return pattern;
    }

    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public Producer createProducer() {
        return new ChannelProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ChannelConsumer consumer = new ChannelConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }
}
