package dev.serai.adapter.database.cdc;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.component.debezium.DebeziumComponent;
import org.apache.camel.component.debezium.DebeziumEndpoint;
import org.apache.camel.component.debezium.postgres.configuration.PostgresConnectorEmbeddedDebeziumConfiguration;

/**
 * Camel's component for Debezium with a source of Serai's. The word after the colon names a reader, which has a replication slot, a publication and
 * a kept place of its own: any number of routes read over one connection.
 */
public final class ChangesComponent extends DebeziumComponent<PostgresConnectorEmbeddedDebeziumConfiguration> {

    private static final Pattern READER = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private PostgresConnectorEmbeddedDebeziumConfiguration configuration =
            new PostgresConnectorEmbeddedDebeziumConfiguration();

    @Override
    public PostgresConnectorEmbeddedDebeziumConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public void setConfiguration(PostgresConnectorEmbeddedDebeziumConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected DebeziumEndpoint<PostgresConnectorEmbeddedDebeziumConfiguration> createEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (!READER.matcher(remaining).matches()) {
            throw new IllegalArgumentException(
                    "\"" + remaining
                            + "\" is no name of a reader of changes, expected up to 40 letters, digits, \"_\" and \"-\", such as orders");
        }
        var own = (PostgresConnectorEmbeddedDebeziumConfiguration) configuration.copy();
        setProperties(own, parameters);
        name(own, remaining);
        return initializeDebeziumEndpoint(uri, own);
    }

    /** The prefix of topics must differ too, as Debezium's MBeans are named by it. */
    private static void name(PostgresConnectorEmbeddedDebeziumConfiguration own, String reader) {
        String inDatabase =
                own.getSlotName() + "_" + reader.toLowerCase(Locale.ROOT).replace('-', '_');
        own.setName(reader);
        own.setSlotName(inDatabase);
        own.setPublicationName(inDatabase);
        own.setTopicPrefix(own.getTopicPrefix() + "-" + reader);
        own.setOffsetStorageFileName(
                Path.of(own.getOffsetStorageFileName(), reader + ".offsets").toString());
    }

    @Override
    protected DebeziumEndpoint<PostgresConnectorEmbeddedDebeziumConfiguration> initializeDebeziumEndpoint(
            String uri, PostgresConnectorEmbeddedDebeziumConfiguration own) {
        return new ChangesEndpoint(uri, this, own);
    }
}
