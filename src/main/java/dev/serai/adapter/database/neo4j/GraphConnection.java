package dev.serai.adapter.database.neo4j;

import dev.serai.foundation.ContextLoader;
import java.io.File;
import java.net.ConnectException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** The driver that all integrations share; it connects when it is first needed. Called, it asks whether the server answers. */
public final class GraphConnection implements Callable<String>, AutoCloseable {

    private String url = "bolt://localhost:7687";
    private String user = "";
    private String password = "";
    private String authorities = "";
    private int connections = 50;
    private int timeout = 5_000;
    private @Nullable Driver driver;

    public void setUrl(String url) {
        this.url = url;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** PEM file with the certificates that are trusted in place of the JDK's; it makes the connection one of TLS. */
    public void setAuthorities(String authorities) {
        this.authorities = authorities;
    }

    public void setConnections(int connections) {
        this.connections = connections;
    }

    /** Milliseconds that connecting, waiting for a connection, and trying a transaction again, may take. */
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    /** It is made without asking the server. */
    synchronized Driver driver() throws Exception {
        Driver made = driver;
        if (made == null) {
            made = ContextLoader.of(GraphConnection.class, () -> GraphDatabase.driver(url, whoOneIs(), settings()));
            driver = made;
        }
        return made;
    }

    private AuthToken whoOneIs() {
        return user.isEmpty() ? AuthTokens.none() : AuthTokens.basic(user, password);
    }

    private Config settings() {
        Config.ConfigBuilder settings = Config.builder()
                .withUserAgent("serai")
                .withTelemetryDisabled(true)
                .withMaxConnectionPoolSize(connections)
                .withConnectionTimeout(timeout, TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(timeout, TimeUnit.MILLISECONDS)
                .withConnectionLivenessCheckTimeout(30, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(timeout, TimeUnit.MILLISECONDS);
        if (!authorities.isEmpty()) {
            settings.withEncryption()
                    .withTrustStrategy(Config.TrustStrategy.trustCustomCertificateSignedBy(new File(authorities)));
        }
        return settings.build();
    }

    /**
     * @throws ConnectException when no server answers
     * @throws IllegalStateException when it refuses the user
     */
    @Override
    public String call() throws Exception {
        try {
            driver().verifyConnectivity();
            return url;
        } catch (ServiceUnavailableException e) {
            throw away(e);
        } catch (Neo4jException e) {
            throw new IllegalStateException("Neo4j at " + url + ": " + e.getMessage(), e);
        }
    }

    /** The driver names the server in its own words, and not in those of the cause beneath, which are what is told otherwise. */
    static ConnectException away(ServiceUnavailableException failure) {
        ConnectException away = new ConnectException(failure.getMessage());
        away.addSuppressed(failure);
        return away;
    }

    @Override
    public synchronized void close() {
        if (driver != null) {
            driver.close();
            driver = null;
        }
    }
}
