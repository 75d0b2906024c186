package dev.serai.adapter.database.cassandra;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.cassandra.ResultSetConversionStrategies;
import org.apache.camel.support.DefaultEndpoint;

/** A statement that is prepared with the first message, so that a cluster which is away keeps no integration from starting. */
public final class CqlEndpoint extends DefaultEndpoint {

    private final CassandraConnection connection;
    private String cql = "";
    private Optional<DefaultConsistencyLevel> consistency = Optional.empty();
    private String rows = "ALL";

    CqlEndpoint(String uri, CqlComponent component, CassandraConnection connection) {
        super(uri, component);
        this.connection = connection;
    }

    CassandraConnection connection() {
        return connection;
    }

    Optional<DefaultConsistencyLevel> consistency() {
        return consistency;
    }

    /** The statement, with {@code ?} or {@code :name} for values; the header {@code CamelCqlQuery} goes before it. */
    public void setCql(String cql) {
        this.cql = cql;
    }

    public String getCql() {
        return cql;
    }

    /** How many replicas have to answer, in place of the connection's. */
    public void setConsistencyLevel(DefaultConsistencyLevel level) {
        consistency = Optional.of(level);
    }

    /** What the body becomes: ALL rows as a list, ONE row, LIMIT_n rows, or STREAM: an iterator that fetches page after page. */
    public void setResultSetConversionStrategy(String strategy) {
        rows = strategy;
    }

    /** The body that a result becomes. */
    Object body(ResultSet result) {
        if (rows.equals("STREAM")) {
            return result.iterator();
        }
        return ResultSetConversionStrategies.fromName(rows).getBody(result);
    }

    @Override
    public Producer createProducer() {
        return new StatementProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                getEndpointUri()
                        + " cannot be received from: Cassandra has no rows that one reader alone may take; ask it with a timer");
    }
}
