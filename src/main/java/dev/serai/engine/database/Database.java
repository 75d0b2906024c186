package dev.serai.engine.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.serai.foundation.settings.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one database of a runtime. Everything that was committed survives the death of the process. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 10;

    private final HomeLock lock;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Failures failures;

    private Database(HomeLock lock, HikariDataSource pool, Dialect dialect, Failures failures) {
        this.lock = lock;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.dialect = dialect;
        this.failures = failures;
    }

    /**
     * Opens the store, brings its tables to this version's form, and keeps every other runtime off the same home.
     *
     * @param settings where it is; an empty URL means an embedded database in {@code state}
     * @param state the home's folder for Serai's own files, created when absent
     * @throws StoreException when it cannot be opened; the message says what to do
     */
    public static Database open(StoreSettings settings, Path state) {
        String url = settings.url().isBlank()
                ? "jdbc:h2:file:" + state.toAbsolutePath().resolve("serai")
                : settings.url();
        Dialect dialect = Dialect.of(url);
        Failures failures = new Failures(url, settings.user());
        HomeLock lock = HomeLock.take(state);
        try {
            HikariDataSource pool = connect(settings, dialect, dialect.complete(url), failures);
            return migrate(new Database(lock, pool, dialect, failures), state);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static HikariDataSource connect(StoreSettings settings, Dialect dialect, String url, Failures failures) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("serai-store");
        config.setJdbcUrl(url);
        config.setUsername(settings.user());
        config.setPassword(settings.password().value());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setMaxLifetime(dialect.longestConnection().toMillis());
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw failures.explain("cannot be opened", e);
        }
    }

    private static Database migrate(Database database, Path state) {
        try {
            new Migrations(database.pool, database.dialect, state).run();
            return database;
        } catch (RuntimeException e) {
            database.pool.close();
            throw e instanceof StoreException ? e : database.failures.explain("cannot be brought to this version", e);
        }
    }

    /** Reads, outside a transaction of several statements. */
    public <T> T read(Function<Handle, T> work) {
        return explained(() -> jdbi.withHandle(work::apply));
    }

    /** Does the work in one transaction; when this returns it is committed and survives the death of the process. */
    public <T> T write(Function<Handle, T> work) {
        return explained(() -> jdbi.inTransaction(work::apply));
    }

    /** As {@link #write}, and it has reached the disk, so that it survives a power failure too. */
    public <T> T writeToDisk(Function<Handle, T> work) {
        T result = write(work);
        force();
        return result;
    }

    /** As {@link #writeToDisk} without a result. */
    public void runToDisk(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
        force();
    }

    /** Puts everything committed so far to the disk. PostgreSQL has done so at each commit. */
    public void force() {
        if (dialect == Dialect.H2) {
            explained(() -> jdbi.withHandle(handle -> handle.execute("CHECKPOINT SYNC")));
        }
    }

    private <T> T explained(Work<T> work) {
        try {
            return work.run();
        } catch (JdbiException e) {
            throw failures.explain("failed", e);
        }
    }

    @Override
    public void close() {
        pool.close();
        release(lock);
    }

    private static void release(HomeLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of this home could not be released; it ends with the process", e);
        }
    }

    /** How busy the pool of database connections is. */
    public Load load() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return new Load(now.getActiveConnections(), now.getIdleConnections(), now.getThreadsAwaitingConnection());
    }

    /**
     * How busy the pool of database connections is.
     *
     * @param active connections that are used now
     * @param idle connections that are open and not used
     * @param waiting threads that wait for one
     */
    public record Load(int active, int idle, int waiting) {}

    private interface Work<T> {
        T run();
    }
}
