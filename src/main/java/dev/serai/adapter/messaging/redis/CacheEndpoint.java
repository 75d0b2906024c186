package dev.serai.adapter.messaging.redis;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code NAME:cache:PREFIX?operation=get&key=…}: values under keys, for a time. */
public final class CacheEndpoint extends DefaultEndpoint {

    /** What is done with the key. */
    enum Operation {
        /** The value becomes the body; without one the message stays as it is. */
        GET,
        /** The body becomes the value. */
        PUT,
        /** The same, unless there is a value already. */
        ADD,
        /** There is no value any more. */
        REMOVE;

        static Operation of(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "operation is \"" + text + "\"; expected get, put, add or remove"));
        }
    }

    private final RedisConnection connection;
    private final String prefix;
    private Operation operation = Operation.GET;
    private String key = "";
    private Duration ttl = Duration.ZERO;

    CacheEndpoint(String uri, RedisComponent component, RedisConnection connection, String prefix) {
        super(uri, component);
        this.connection = connection;
        this.prefix = prefix;
    }

    RedisConnection connection() {
        return connection;
    }

    String prefix() {
        return prefix;
    }

    Operation operation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = Operation.of(operation);
    }

    public String getOperation() {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    /** The key behind the prefix, as a simple expression. */
    public void setKey(String key) {
        this.key = key;
    }

    public String getKey() {
        return key;
    }

    /** How long a value is kept; 0 for ever. */
    public void setTtl(Duration ttl) {
        this.ttl = ttl;
    }

    public Duration getTtl() {
        return ttl;
    }

    @Override
    public Producer createProducer() {
        if (key.isEmpty()) {
            throw new IllegalArgumentException(getEndpointUri() + " has no key; add key=, such as key=${header.id}");
        }
        return new CacheProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "a route cannot begin with " + getEndpointUri() + "; send messages to it with to:");
    }
}
