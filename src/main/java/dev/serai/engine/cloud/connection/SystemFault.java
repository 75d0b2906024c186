package dev.serai.engine.cloud.connection;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.ValidationException;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Tells a system that fails from a message that is wrong: the next message would fare better with that system. */
final class SystemFault {

    /** Connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> SQL_CLASSES = Set.of("08", "53", "57", "58");

    private static final Set<Integer> BUSY = Set.of(408, 425, 429);
    private static final int SERVER_ERRORS = 500;
    private static final int DEEPEST = 20;

    private SystemFault() {}

    /** Whether the system behind is at fault, as far as that can be told; what cannot be told counts. */
    static boolean isOne(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql) {
                return isOne(sql);
            }
            if (cause instanceof HttpOperationFailedException http) {
                return http.getStatusCode() >= SERVER_ERRORS || BUSY.contains(http.getStatusCode());
            }
            if (isMessages(cause)) {
                return false;
            }
            cause = cause.getCause();
        }
        return true;
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || state != null && state.length() >= 2 && SQL_CLASSES.contains(state.substring(0, 2));
    }

    private static boolean isMessages(Throwable cause) {
        return cause instanceof ValidationException
                || cause instanceof TypeConversionException
                || cause instanceof InvalidPayloadException
                || cause instanceof IllegalArgumentException;
    }
}
