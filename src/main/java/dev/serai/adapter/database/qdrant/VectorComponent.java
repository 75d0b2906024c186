package dev.serai.adapter.database.qdrant;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.qdrant.QdrantComponent;
import org.apache.camel.component.qdrant.QdrantConfiguration;
import org.apache.camel.spi.annotations.Component;
import org.jspecify.annotations.Nullable;

/** Camel's component over the client of a connection, for bodies that are plain values. */
@Component("qdrant")
public final class VectorComponent extends QdrantComponent {

    private @Nullable VectorConnection connection;

    public void setConnection(VectorConnection connection) {
        this.connection = connection;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (connection == null) {
            throw new IllegalArgumentException(uri + " leads nowhere; expected the name of a connection to Qdrant");
        }
        QdrantConfiguration configuration = getConfiguration().copy();
        configuration.setClient(connection.client());
        configuration.setTimeout(connection.timeout());
        CollectionEndpoint endpoint = new CollectionEndpoint(uri, this, remaining, configuration);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
