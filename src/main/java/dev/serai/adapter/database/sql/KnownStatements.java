package dev.serai.adapter.database.sql;

import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;

/**
 * Prepares statements as Camel does, but reads the text of each only once, and counts its parameters by itself. Camel reads it anew for each message and
 * each row of a batch, and asks the driver for the count: PostgreSQL's and SQL Server's send that question to the server and wait for the answer. What
 * cannot be told from the text is left to Camel and the driver.
 */
final class KnownStatements extends DefaultSqlPrepareStatementStrategy {

    /** Keeps Camel from asking the driver; the true count is found when the statement gets its values. */
    static final int COUNTED_LATER = Integer.MAX_VALUE;

    private static final int MOST = 1_000;

    private final Map<String, StatementText> texts = new ConcurrentHashMap<>();

    @Override
    public String prepareQuery(String query, boolean allowNamedParameters, @Nullable Exchange exchange)
            throws SQLException {
        StatementText text = text(query);
        return allowNamedParameters && text.isRead()
                ? text.prepared()
                : super.prepareQuery(query, allowNamedParameters, exchange);
    }

    /** Messages may bring statements of their own, without end: what was read is forgotten when it is too much. */
    private StatementText text(String query) {
        StatementText known = texts.get(query);
        if (known != null) {
            return known;
        }
        if (texts.size() >= MOST) {
            texts.clear();
        }
        return texts.computeIfAbsent(query, StatementText::of);
    }

    @Override
    public @Nullable Iterator<?> createPopulateIterator(
            String query, String prepared, int expected, Exchange exchange, @Nullable Object value)
            throws SQLException {
        Optional<NamedValues> named = NamedValues.of(text(query).names(), exchange, value);
        if (named.isPresent()) {
            return named.get();
        }
        return expected == COUNTED_LATER
                ? new PendingValues(
                        count -> super.createPopulateIterator(query, prepared, count, exchange, value), prepared)
                : super.createPopulateIterator(query, prepared, expected, exchange, value);
    }

    @Override
    public void populateStatement(PreparedStatement statement, @Nullable Iterator<?> values, int expected)
            throws SQLException {
        if (values instanceof NamedValues named) {
            new ArgumentPreparedStatementSetter(named.values()).setValues(statement);
        } else if (values instanceof PendingValues pending) {
            int count = count(pending.prepared(), statement);
            if (count > 0) { // the body of a message that a statement takes nothing of stays unread
                super.populateStatement(statement, pending.found(count), count);
            }
        } else {
            super.populateStatement(statement, values, expected);
        }
    }

    private static int count(String prepared, PreparedStatement statement) throws SQLException {
        OptionalInt known = StatementText.parameters(prepared);
        return known.isPresent() ? known.getAsInt() : asked(statement);
    }

    private static int asked(PreparedStatement statement) throws SQLException {
        ParameterMetaData parameters = statement.getParameterMetaData();
        return parameters == null ? 0 : parameters.getParameterCount();
    }
}
