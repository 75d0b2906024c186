package dev.serai.adapter.database.mongodb;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.mongodb.MongoDbEndpoint;

/** A collection to write to and ask, as Camel does it; or whose documents are worked off, which Camel's component does not do. */
final class CollectionEndpoint extends MongoDbEndpoint {

    private final MongoConnection connection;

    CollectionEndpoint(String uri, MongoCollections component, MongoConnection connection) {
        super(uri, component);
        this.connection = connection;
    }

    /** Without a {@code consumerType} documents are claimed, worked on, and removed. */
    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (getConsumerType() != null) {
            return super.createConsumer(processor);
        }
        ClaimConsumer consumer = new ClaimConsumer(this, processor, connection);
        configureConsumer(consumer);
        return consumer;
    }
}
