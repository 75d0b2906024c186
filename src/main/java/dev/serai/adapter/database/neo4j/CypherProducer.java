package dev.serai.adapter.database.neo4j;

import java.net.ConnectException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.neo4j.Neo4jHeaders;
import org.apache.camel.support.DefaultProducer;
import org.neo4j.driver.EagerResult;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Runs the endpoint's Cypher in one transaction: a map is its parameters, any other body the parameter {@code $body}. */
final class CypherProducer extends DefaultProducer {

    private final CypherEndpoint endpoint;
    private final String query;
    private final QueryConfig database;

    CypherProducer(CypherEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.query = endpoint.getConfiguration().getQuery();
        this.database = QueryConfig.builder().withDatabase(endpoint.getName()).build();
    }

    @Override
    public void process(Exchange exchange) throws ConnectException {
        Message message = exchange.getMessage();
        EagerResult result = result(parameters(message.getBody()));
        List<Map<String, Object>> rows =
                result.records().stream().map(Record::asMap).toList();
        message.setHeader(Neo4jHeaders.QUERY_RETRIEVE_SIZE, rows.size());
        message.setBody(rows);
    }

    private EagerResult result(Map<String, Object> parameters) throws ConnectException {
        try {
            return endpoint.getDriver()
                    .executableQuery(query)
                    .withParameters(parameters)
                    .withConfig(database)
                    .execute();
        } catch (ServiceUnavailableException e) {
            throw GraphConnection.away(e);
        }
    }

    private static Map<String, Object> parameters(Object body) {
        Map<String, Object> parameters = new HashMap<>();
        if (body instanceof Map<?, ?> values) {
            values.forEach((name, value) -> parameters.put(String.valueOf(name), value));
        } else {
            parameters.put("body", body);
        }
        return parameters;
    }
}
