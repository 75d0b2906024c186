package dev.serai.adapter.messaging.nats;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.nats.NatsConfiguration;
import org.apache.camel.component.nats.NatsEndpoint;

/** A subject, over the shared connection. */
final class SharedNatsEndpoint extends NatsEndpoint {

    private final NatsConnections connections;

    SharedNatsEndpoint(
            String uri, SharedNatsComponent component, NatsConfiguration configuration, NatsConnections connections) {
        super(uri, component, configuration);
        this.connections = connections;
    }

    /** Made with the first message, as the connector has producers start late: a connection that cannot be made fails that message. */
    @Override
    public Producer createProducer() throws Exception {
        getConfiguration().setConnection(connections.get());
        return new SharedNatsProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        NatsSource source = new NatsSource(this, processor, connections);
        configureConsumer(source);
        return source;
    }
}
