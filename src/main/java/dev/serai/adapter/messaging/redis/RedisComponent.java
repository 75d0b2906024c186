package dev.serai.adapter.messaging.redis;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code NAME:stream:STREAM}, {@code NAME:channel:CHANNEL} and {@code NAME:cache:PREFIX} of a connection. */
public final class RedisComponent extends DefaultComponent {

    private RedisConnection connection = new RedisConnection();

    public void setConnection(RedisConnection connection) {
        this.connection = connection;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        int colon = remaining.indexOf(':');
        String kind = colon < 0 ? remaining : remaining.substring(0, colon);
        String name = colon < 0 ? "" : remaining.substring(colon + 1);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    uri + " names nothing; expected stream:NAME, channel:NAME or cache:PREFIX after the connection");
        }
        Endpoint endpoint = endpoint(uri, kind, name);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    private Endpoint endpoint(String uri, String kind, String name) {
        return switch (kind) {
            case "stream" -> new StreamEndpoint(uri, this, connection, name);
            case "channel" -> new ChannelEndpoint(uri, this, connection, name);
            case "cache" -> new CacheEndpoint(uri, this, connection, name);
            default ->
                throw new IllegalArgumentException(
                        uri + " has the kind \"" + kind + "\"; expected stream, channel or cache");
        };
    }
}
