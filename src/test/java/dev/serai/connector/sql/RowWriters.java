package dev.serai.connector.sql;

import dev.serai.fixture.server.KillablePostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Inserts rows by the administrator's connections, which several hands share and which are closed as soon as nobody writes. */
final class RowWriters {

    private final KillablePostgres server;
    private final Deque<Connection> free = new ArrayDeque<>();
    private int busy;

    RowWriters(KillablePostgres server) {
        this.server = server;
    }

    void insert(String sql, byte[] body) throws SQLException {
        boolean isDone = false;
        Connection connection = taken();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, body);
            statement.executeUpdate();
            isDone = true;
        } finally {
            give(connection, isDone);
        }
    }

    private Connection taken() throws SQLException {
        synchronized (this) {
            Connection connection = free.poll();
            if (connection != null) {
                busy++;
                return connection;
            }
        }
        Connection connection = server.connect();
        synchronized (this) {
            busy++;
        }
        return connection;
    }

    private synchronized void give(Connection connection, boolean isSound) throws SQLException {
        busy--;
        if (isSound) {
            free.push(connection);
        } else {
            connection.close();
        }
        if (busy == 0) {
            while (!free.isEmpty()) {
                free.pop().close();
            }
        }
    }
}
