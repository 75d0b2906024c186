package dev.serai.adapter.database.cdc;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.debezium.DebeziumEndpoint;
import org.apache.camel.component.debezium.postgres.configuration.PostgresConnectorEmbeddedDebeziumConfiguration;

/** Where the changes of some tables are read. */
final class ChangesEndpoint extends DebeziumEndpoint<PostgresConnectorEmbeddedDebeziumConfiguration> {

    private PostgresConnectorEmbeddedDebeziumConfiguration configuration;

    ChangesEndpoint(
            String uri, ChangesComponent component, PostgresConnectorEmbeddedDebeziumConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public PostgresConnectorEmbeddedDebeziumConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public void setConfiguration(PostgresConnectorEmbeddedDebeziumConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ChangesConsumer consumer = new ChangesConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }
}
