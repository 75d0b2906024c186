package dev.serai.adapter.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.cassandra.CassandraConstants;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/** Binds the body to a prepared statement: a list by position, a map by name, anything else as the one value. */
final class StatementProducer extends DefaultProducer {

    private final CqlEndpoint endpoint;

    StatementProducer(CqlEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** The session keeps what it has prepared: only the first message waits for it. */
    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        CqlSession session = endpoint.connection().session();
        PreparedStatement prepared = session.prepare(statement(message));
        BoundStatementBuilder bound = prepared.boundStatementBuilder();
        bind(bound, prepared, exchange);
        BoundStatement ready = bound.build();
        message.setBody(endpoint.body(session.execute(endpoint.consistency()
                .map(level -> ready.setConsistencyLevel(level))
                .orElse(ready))));
    }

    private String statement(Message message) {
        String cql = message.getHeader(CassandraConstants.CQL_QUERY, endpoint.getCql(), String.class);
        if (cql.isEmpty()) {
            throw new IllegalArgumentException(endpoint + " has no statement; expected the option cql or the header "
                    + CassandraConstants.CQL_QUERY);
        }
        return cql;
    }

    private static void bind(BoundStatementBuilder bound, PreparedStatement prepared, Exchange exchange) {
        ColumnDefinitions variables = prepared.getVariableDefinitions();
        if (variables.size() == 0) {
            return;
        }
        Object body = exchange.getMessage().getBody();
        if (body instanceof Map<?, ?> values) {
            values.forEach((name, value) -> {
                if (variables.contains(String.valueOf(name))) {
                    set(bound, variables.firstIndexOf(String.valueOf(name)), value, exchange);
                }
            });
            return;
        }
        int place = 0;
        for (Object value : body instanceof Collection<?> all ? all : Collections.singletonList(body)) {
            set(bound, place++, value, exchange);
        }
    }

    /** As what the column holds: bytes as a blob, a text with a UUID in it as one, any number as the column's. */
    private static BoundStatementBuilder set(
            BoundStatementBuilder bound, int place, @Nullable Object value, Exchange exchange) {
        if (value == null) {
            return bound.setToNull(place);
        }
        TypeCodec<Object> codec = bound.codecRegistry().codecFor(bound.getType(place));
        Class<?> wanted = codec.getJavaType().getRawType();
        Object fitting = wanted.isInstance(value)
                ? value
                : exchange.getContext().getTypeConverter().convertTo(wanted, exchange, value);
        if (fitting == null) {
            throw new IllegalArgumentException("value " + (place + 1) + " is a "
                    + value.getClass().getSimpleName() + ", which makes no " + bound.getType(place));
        }
        return bound.set(place, fitting, codec);
    }
}
