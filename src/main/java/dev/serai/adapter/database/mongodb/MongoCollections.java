package dev.serai.adapter.database.mongodb;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mongodb.MongoDbComponent;
import org.apache.camel.spi.annotations.Component;
import org.jspecify.annotations.Nullable;

/** Camel's component, whose endpoints are called after their collection: {@code NAME:orders?operation=insert}. */
@Component("mongodb")
public final class MongoCollections extends MongoDbComponent {

    private @Nullable MongoConnection connection;

    public void setConnection(MongoConnection connection) {
        this.connection = connection;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (connection == null) {
            throw new IllegalArgumentException(uri + " leads nowhere; expected the name of a connection to MongoDB");
        }
        CollectionEndpoint endpoint = new CollectionEndpoint(uri, this, connection);
        endpoint.setConnectionBean(remaining);
        endpoint.setDatabase(connection.databaseName());
        if (!remaining.isEmpty()) {
            endpoint.setCollection(remaining);
        }
        endpoint.setWriteConcern(connection.writeConcern());
        endpoint.setMongoConnection(connection.client());
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
