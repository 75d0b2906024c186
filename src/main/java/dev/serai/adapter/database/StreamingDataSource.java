package dev.serai.adapter.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that do not commit by themselves: only then does PostgreSQL send a large result piece by piece, as {@code fetchSize} says. The
 * pool sets them back when they are given back.
 */
public final class StreamingDataSource extends DelegatingDataSource {

    @Override
    public Connection getConnection() throws SQLException {
        return withoutAutoCommit(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return withoutAutoCommit(super.getConnection(user, password));
    }

    private static Connection withoutAutoCommit(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
