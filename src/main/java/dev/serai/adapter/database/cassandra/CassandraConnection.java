package dev.serai.adapter.database.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import dev.serai.foundation.ContextLoader;
import dev.serai.foundation.tls.ClientTls;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The session that all integrations share; it connects when it is first needed. Called, it asks whether the cluster answers. */
public final class CassandraConnection implements Callable<String>, AutoCloseable {

    private static final int PORT = 9042;

    private String name = "serai";
    private String hosts = "localhost";
    private String datacenter = "datacenter1";
    private String keyspace = "";
    private String user = "";
    private String password = "";
    private boolean tls;
    private String authorities = "";
    private String consistency = "LOCAL_QUORUM";
    private int pageSize = 1_000;
    private Duration timeout = Duration.ofSeconds(5);
    private @Nullable CqlSession session;

    public void setName(String name) {
        this.name = name;
    }

    /** Nodes that are asked first for the others, separated by commas, each with its port where that is not 9042. */
    public void setHosts(String hosts) {
        this.hosts = hosts;
    }

    public void setDatacenter(String datacenter) {
        this.datacenter = datacenter;
    }

    /** Where tables without a keyspace are. */
    public void setKeyspace(String keyspace) {
        this.keyspace = keyspace;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public void setTls(boolean tls) {
        this.tls = tls;
    }

    /** PEM file with the certificates that are trusted in place of the JDK's. */
    public void setAuthorities(String authorities) {
        this.authorities = authorities;
    }

    /** How many replicas have to answer, where an endpoint does not say. */
    public void setConsistency(String consistency) {
        this.consistency = consistency;
    }

    /** Rows that are fetched at once. */
    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    /** Milliseconds that connecting, and each answer, may take. */
    public void setTimeout(int timeout) {
        this.timeout = Duration.ofMillis(timeout);
    }

    /**
     * @throws ConnectException when no node answers
     * @throws IllegalStateException when the user is refused, or a setting is wrong
     */
    synchronized CqlSession session() throws ConnectException {
        CqlSession made = session;
        if (made == null) {
            made = make();
            session = made;
        }
        return made;
    }

    private CqlSession make() throws ConnectException {
        try {
            return ContextLoader.of(CassandraConnection.class, this::connected);
        } catch (AllNodesFailedException e) {
            Optional<Throwable> refused = refusal(e);
            if (refused.isPresent()) {
                throw new IllegalStateException(told(refused.get()), refused.get());
            }
            throw away(e);
        } catch (Exception e) {
            throw new IllegalStateException(told(e), e);
        }
    }

    /** What a node that answered said of the user; the driver tells it of all nodes as if they had failed. */
    private static Optional<Throwable> refusal(AllNodesFailedException failure) {
        return failure.getAllErrors().values().stream()
                .flatMap(Collection::stream)
                .filter(AuthenticationException.class::isInstance)
                .findFirst();
    }

    /** The driver's own words name no reason, and those of the cause beneath, which are told otherwise, no node. */
    ConnectException away(AllNodesFailedException failure) {
        ConnectException away = new ConnectException(
                "Cassandra is unreachable at " + hosts + "; expected a node that answers CQL there");
        away.addSuppressed(failure);
        return away;
    }

    private CqlSession connected() throws GeneralSecurityException {
        CqlSessionBuilder builder = CqlSession.builder()
                .withClassLoader(CassandraConnection.class.getClassLoader())
                .withConfigLoader(settings())
                .addContactPoints(nodes())
                .withLocalDatacenter(datacenter);
        if (!keyspace.isEmpty()) {
            builder.withKeyspace(keyspace);
        }
        if (!user.isEmpty()) {
            builder.withAuthCredentials(user, password);
        }
        if (tls) {
            ClientTls trusting = new ClientTls();
            trusting.setAuthorities(authorities);
            builder.withSslContext(trusting.context());
        }
        return builder.build();
    }

    private DriverConfigLoader settings() {
        ProgrammaticDriverConfigLoaderBuilder settings = DriverConfigLoader.programmaticBuilder(
                        CassandraConnection.class.getClassLoader())
                .withString(DefaultDriverOption.SESSION_NAME, "serai-" + name)
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, consistency)
                .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, pageSize)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, timeout)
                .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, timeout)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, timeout)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, timeout)
                // A write that timed out may have been done: only those that are safe to repeat are.
                .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, false)
                // A node that is away is told of by the messages and by the probe.
                .withBoolean(DefaultDriverOption.CONNECTION_WARN_INIT_ERROR, false)
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(500))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(5));
        return settings.build();
    }

    private List<InetSocketAddress> nodes() {
        return Stream.of(hosts.split(","))
                .map(String::strip)
                .map(CassandraConnection::node)
                .toList();
    }

    private static InetSocketAddress node(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0
                ? new InetSocketAddress(address, PORT)
                : new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private String told(Throwable e) {
        return "Cassandra at " + hosts + ": " + e.getMessage();
    }

    /**
     * @throws ConnectException when no node answers
     * @throws IllegalStateException when the user is refused, or the question fails
     */
    @Override
    public String call() throws ConnectException {
        CqlSession asked = session();
        try {
            return String.valueOf(
                    asked.execute("select release_version from system.local").one());
        } catch (NoNodeAvailableException e) {
            throw away(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(told(e), e);
        }
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
