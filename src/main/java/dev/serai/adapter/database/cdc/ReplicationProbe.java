package dev.serai.adapter.database.cdc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;

/** Asks a PostgreSQL whether changes can be read from its log. */
public final class ReplicationProbe implements Callable<String> {

    private final PGSimpleDataSource server = new PGSimpleDataSource();

    public void setUrl(String url) {
        server.setUrl(url);
    }

    public void setUser(String user) {
        server.setUser(user);
    }

    public void setPassword(String password) {
        server.setPassword(password);
    }

    /** @throws SQLException when it does not answer, or writes too little into its log */
    @Override
    public String call() throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show wal_level")) {
            String level = level(result);
            if (!"logical".equals(level)) {
                throw new SQLException("the server's wal_level is " + level
                        + ", expected logical; set it in postgresql.conf and start the server again");
            }
            return level;
        }
    }

    private static String level(ResultSet result) throws SQLException {
        return result.next() ? String.valueOf(result.getString(1)) : "not told";
    }
}
