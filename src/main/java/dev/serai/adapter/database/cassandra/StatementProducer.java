package dev.serai.adapter.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import java.net.ConnectException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.cassandra.CassandraConstants;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/** Binds the body to a prepared statement: a list by position, a map by name, anything else as the one value. */
final class StatementProducer extends DefaultProducer {

    /** Columns whose values stand in quotes in CQL, and are no text. */
    private static final Set<DataType> QUOTED =
            Set.of(DataTypes.TIMESTAMP, DataTypes.DATE, DataTypes.TIME, DataTypes.INET);

    private final CqlEndpoint endpoint;

    StatementProducer(CqlEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws ConnectException {
        try {
            exchange.getMessage().setBody(endpoint.body(answer(exchange)));
        } catch (NoNodeAvailableException e) {
            throw endpoint.connection().away(e);
        }
    }

    /** The session keeps what it has prepared: only the first message waits for it. */
    private ResultSet answer(Exchange exchange) throws ConnectException {
        CqlSession session = endpoint.connection().session();
        PreparedStatement prepared = session.prepare(statement(exchange.getMessage()));
        BoundStatementBuilder bound = prepared.boundStatementBuilder();
        bind(bound, prepared, exchange);
        BoundStatement ready = bound.build();
        return session.execute(
                endpoint.consistency().map(ready::setConsistencyLevel).orElse(ready));
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
        return bound.set(place, fitting == null ? read(codec, value, place) : fitting, codec);
    }

    /** What Camel has no converter for, as CQL would write it. What the driver says of a text that it cannot read holds the text, and is left out. */
    private static Object read(TypeCodec<Object> codec, Object value, int place) {
        DataType type = codec.getCqlType();
        String text = String.valueOf(value);
        try {
            return Objects.requireNonNull(
                    codec.parse(QUOTED.contains(type) ? "'" + text.replace("'", "''") + "'" : text));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "value " + (place + 1) + " is a " + value.getClass().getSimpleName() + ", which makes no " + type);
        }
    }
}
