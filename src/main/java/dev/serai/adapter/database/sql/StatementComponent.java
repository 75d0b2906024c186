package dev.serai.adapter.database.sql;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.component.sql.SqlEndpoint;

/** Camel's component, with statements that are read once and asked nothing; see {@link KnownStatements}. */
public final class StatementComponent extends SqlComponent {

    private final KnownStatements statements = new KnownStatements();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SqlEndpoint endpoint = (SqlEndpoint) super.createEndpoint(uri, remaining, parameters);
        if (isAsCamelSetsIt(endpoint)) {
            endpoint.setPrepareStatementStrategy(statements);
            endpoint.setParametersCount(KnownStatements.COUNTED_LATER);
        }
        return endpoint;
    }

    /** A route that chooses its own way of preparing statements gets it. */
    private static boolean isAsCamelSetsIt(SqlEndpoint endpoint) {
        return endpoint.getPrepareStatementStrategy() == null
                && endpoint.getParametersCount() == 0
                && endpoint.getSeparator() == ',';
    }
}
