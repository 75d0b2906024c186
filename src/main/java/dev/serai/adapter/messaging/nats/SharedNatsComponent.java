package dev.serai.adapter.messaging.nats;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.nats.NatsComponent;
import org.apache.camel.component.nats.NatsConfiguration;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Camel's component over the connection that all share, with a source of Serai's: it starts without the server, and acknowledges a message of
 * JetStream when it is done.
 */
@Component("nats")
public final class SharedNatsComponent extends NatsComponent {

    private @Nullable NatsConnections connections;

    public void setConnections(NatsConnections connections) {
        this.connections = connections;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (connections == null) {
            throw new IllegalStateException("the component was given no connections");
        }
        NatsConfiguration configuration = new NatsConfiguration();
        configuration.setTopic(remaining);
        configuration.setServers(connections.servers());
        configuration.setJetstreamEnabled(connections.usesJetStream());
        configuration.setHeaderFilterStrategy(withoutCamelsOwn());
        SharedNatsEndpoint endpoint = new SharedNatsEndpoint(uri, this, configuration, connections);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    private static DefaultHeaderFilterStrategy withoutCamelsOwn() {
        DefaultHeaderFilterStrategy filter = new DefaultHeaderFilterStrategy();
        filter.setLowerCase(true);
        filter.setOutFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        filter.setInFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        return filter;
    }
}
