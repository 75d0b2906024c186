package dev.serai.engine.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of a database's failure what a person can do about it. */
final class Failures {

    private static final int H2_LOCKED = 90020;
    private static final int H2_WRONG_CREDENTIALS = 28000;

    private final String store;
    private final String user;

    Failures(String url, String user) {
        this.store = "the store " + Dialect.withoutParameters(url);
        this.user = user;
    }

    StoreException explain(String what, RuntimeException failure) {
        return new StoreException(store + " " + what + ": " + reason(failure), failure);
    }

    private String reason(RuntimeException failure) {
        String text = allMessages(failure).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("disk full") || text.contains("disk quota")) {
            return "the disk is full; free some space, nothing that was stored is lost";
        }
        if (text.contains("read-only") || text.contains("permission denied") || text.contains("accessdenied")) {
            return "its files cannot be written; make them writable for this user";
        }
        SQLException cause = sqlCause(failure);
        return cause == null ? rootMessage(failure) : reason(cause);
    }

    private String reason(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (cause.getErrorCode() == H2_LOCKED) {
            return "another process holds it; stop that process, or choose another home with --home";
        }
        if (cause.getErrorCode() == H2_WRONG_CREDENTIALS || state.startsWith("28")) {
            return "user \"" + user + "\" was refused; check serai.store.user and serai.store.password";
        }
        if (state.equals("3D000")) {
            return "there is no such database; create it, or correct serai.store.url";
        }
        if (state.startsWith("08")) {
            return "nobody answers there; check serai.store.url and that the database runs";
        }
        return "SQL state " + state + ", " + firstLine(cause.getMessage());
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String allMessages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof IOException) {
                all.append(cause.getClass().getSimpleName())
                        .append(' ')
                        .append(cause.getMessage())
                        .append('\n');
            }
        }
        return all.toString();
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return firstLine(root.getMessage() == null ? root.toString() : root.getMessage());
    }

    /** H2 appends the statement after a semicolon, with values that may be a payload. */
    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason given"
                : message.lines().findFirst().orElse("").replaceFirst("; SQL statement:.*", "");
    }
}
