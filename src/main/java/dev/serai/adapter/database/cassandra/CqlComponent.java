package dev.serai.adapter.database.cassandra;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/** {@code NAME:KEYSPACE?cql=…} over the session of a connection. */
public final class CqlComponent extends DefaultComponent {

    private @Nullable CassandraConnection connection;

    public void setConnection(CassandraConnection connection) {
        this.connection = connection;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (connection == null) {
            throw new IllegalArgumentException(uri + " leads nowhere; expected the name of a connection to Cassandra");
        }
        CqlEndpoint endpoint = new CqlEndpoint(uri, this, connection);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
