package dev.serai.engine.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to the form this version works with. Flyway is loaded only when there is something to do: that takes a third of a second. */
final class Migrations {

    /** The newest migration in {@code db/store}. */
    static final int NEWEST = 5;

    private static final String HISTORY = "serai_schema_history";

    private final DataSource source;
    private final Dialect dialect;
    private final Path state;

    Migrations(DataSource source, Dialect dialect, Path state) {
        this.source = source;
        this.dialect = dialect;
        this.state = state;
    }

    void run() {
        int present = present();
        if (present > NEWEST) {
            throw new StoreException("the store of " + state + " was written by a newer Serai (form " + present
                    + ", this one knows up to " + NEWEST + "); run that version, or choose another home with --home");
        }
        if (present < NEWEST) {
            migrate();
        }
    }

    private void migrate() {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/store")
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(dialect.types())
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** The form of the tables there are; 0 when there are none. */
    private int present() {
        try (Connection connection = source.getConnection()) {
            return hasHistory(connection) ? present(connection) : 0;
        } catch (SQLException e) {
            throw new StoreException(
                    "the form of the store of " + state + " cannot be read: SQL state " + e.getSQLState(), e);
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM information_schema.tables WHERE table_name = ?"
                + " AND table_schema = CURRENT_SCHEMA")) {
            query.setString(1, HISTORY);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static int present(Connection connection) throws SQLException {
        String versions = "SELECT \"version\" FROM \"" + HISTORY + "\" WHERE \"success\" AND \"version\" IS NOT NULL";
        int newest = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(versions)) {
            while (row.next()) {
                newest = Math.max(newest, Integer.parseInt(row.getString(1)));
            }
        }
        return newest;
    }
}
