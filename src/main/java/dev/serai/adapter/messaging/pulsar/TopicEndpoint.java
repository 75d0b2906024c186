package dev.serai.adapter.messaging.pulsar;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.pulsar.PulsarComponent;
import org.apache.camel.component.pulsar.PulsarEndpoint;

/** A topic whose messages carry Camel's headers as properties. */
final class TopicEndpoint extends PulsarEndpoint {

    private final PulsarConnection connection;
    private final boolean acknowledgedByRoute;

    TopicEndpoint(String uri, PulsarComponent component, PulsarConnection connection, boolean acknowledgedByRoute) {
        super(uri, component);
        this.connection = connection;
        this.acknowledgedByRoute = acknowledgedByRoute;
    }

    PulsarConnection connection() {
        return connection;
    }

    @Override
    public Producer createProducer() {
        return new TopicProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Processor receiving = new FromProperties(processor);
        TopicConsumer consumer =
                new TopicConsumer(this, acknowledgedByRoute ? receiving : new Acknowledgement(receiving));
        configureConsumer(consumer);
        return consumer;
    }
}
