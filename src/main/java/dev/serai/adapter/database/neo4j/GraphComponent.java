package dev.serai.adapter.database.neo4j;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.neo4j.Neo4jComponent;
import org.apache.camel.component.neo4j.Neo4jConfiguration;
import org.apache.camel.spi.annotations.Component;
import org.jspecify.annotations.Nullable;

/** Camel's component over the driver of a connection: {@code NAME:DATABASE?query=…}. */
@Component("neo4j")
public final class GraphComponent extends Neo4jComponent {

    private @Nullable GraphConnection connection;

    public void setConnection(GraphConnection connection) {
        this.connection = connection;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (connection == null) {
            throw new IllegalArgumentException(uri + " leads nowhere; expected the name of a connection to Neo4j");
        }
        Neo4jConfiguration configuration = getConfiguration().copy();
        configuration.setDriver(connection.driver());
        CypherEndpoint endpoint = new CypherEndpoint(uri, this, remaining, configuration);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
