package dev.serai.adapter.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.serai.foundation.ContextLoader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * A data source that brings the database's tables to their newest form before it hands out its first connection. A database that is away
 * then fails the message, not the start, and the next message tries again.
 */
public final class MigratedDataSource implements DataSource {

    /** One connection holds the lock, another does the work. */
    private static final int MIGRATION = 2;

    private @Nullable DataSource pool;
    private @Nullable Path migrations;
    private String history = "schema_history";
    private volatile boolean ready = true;

    /** Where connections come from. */
    public void setPool(DataSource pool) {
        this.pool = pool;
    }

    /** Folder of {@code V1__name.sql}, {@code V2__name.sql} …, each run once; never set, nothing is run. */
    public void setMigrations(String folder) {
        this.migrations = Path.of(folder);
        this.ready = false;
    }

    /** Name of whom the tables belong to; what was run is noted in a table named after it. */
    public void setOwner(String owner) {
        this.history = owner.replace('-', '_') + "_schema_history";
    }

    @Override
    public Connection getConnection() throws SQLException {
        migrate();
        return ContextLoader.of(MigratedDataSource.class, () -> pool().getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        migrate();
        return ContextLoader.of(MigratedDataSource.class, () -> pool().getConnection(user, password));
    }

    private void migrate() throws SQLException {
        if (!ready) {
            synchronized (this) {
                if (!ready && migrations != null) {
                    migrate(migrations);
                    ready = true;
                }
            }
        }
    }

    private void migrate(Path folder) throws SQLException {
        if (!Files.isDirectory(folder)) {
            throw new SQLException("the folder of migrations " + folder + " does not exist; write V1__name.sql there,"
                    + " or take the parameter migrations out of the connection");
        }
        if (pool() instanceof HikariDataSource small && small.getMaximumPoolSize() < MIGRATION) {
            try (HikariDataSource both = ofTwo(small)) {
                migrate(folder, both);
            }
        } else {
            migrate(folder, pool());
        }
    }

    /** A migration waits for ever for its second connection where a pool has one: it then has a pool of its own, as long as it runs. */
    private HikariDataSource ofTwo(HikariDataSource small) throws SQLException {
        HikariConfig settings = new HikariConfig();
        small.copyStateTo(settings);
        settings.setPoolName(small.getPoolName() + " migrations");
        settings.setMaximumPoolSize(MIGRATION);
        settings.setMinimumIdle(0);
        try {
            return new HikariDataSource(settings);
        } catch (PoolInitializationException e) {
            throw new SQLException("the database does not answer: " + e.getMessage(), e.getCause());
        }
    }

    private void migrate(Path folder, DataSource connections) throws SQLException {
        try {
            Flyway.configure(MigratedDataSource.class.getClassLoader())
                    .dataSource(connections)
                    .locations("filesystem:" + folder)
                    .table(history)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SQLException("the tables cannot be brought to their newest form: " + e.getMessage(), e);
        }
    }

    private DataSource pool() {
        if (pool == null) {
            throw new IllegalStateException("the data source was given no pool");
        }
        return pool;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool().getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool().getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool().isWrapperFor(type);
    }
}
