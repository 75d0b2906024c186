package dev.serai.adapter.database.neo4j;

import org.apache.camel.Producer;
import org.apache.camel.component.neo4j.Neo4jConfiguration;
import org.apache.camel.component.neo4j.Neo4jEndpoint;

/** A database that Cypher with parameters is sent to, which Camel's component cannot do; without a {@code query} it is Camel's. */
final class CypherEndpoint extends Neo4jEndpoint {

    CypherEndpoint(String uri, GraphComponent component, String database, Neo4jConfiguration configuration) {
        super(uri, component, database, configuration);
    }

    @Override
    public Producer createProducer() throws Exception {
        return getConfiguration().getQuery() == null ? super.createProducer() : new CypherProducer(this);
    }
}
