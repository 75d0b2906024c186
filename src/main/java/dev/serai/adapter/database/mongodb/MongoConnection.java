package dev.serai.adapter.database.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.serai.foundation.ContextLoader;
import dev.serai.foundation.tls.ClientTls;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The client that all integrations share; it connects when it is first needed. Called, it asks whether the database answers. */
public final class MongoConnection implements Callable<String>, AutoCloseable {

    private String name = "serai";
    private String home = "";
    private String hosts = "localhost";
    private String replicaSet = "";
    private String database = "test";
    private String user = "";
    private String password = "";
    private String usersDatabase = "admin";
    private boolean tls;
    private String authorities = "";
    private int timeout = 5_000;
    private int connections = 50;
    private String writeConcern = "MAJORITY";
    private Duration claimTime = Duration.ofMinutes(1);
    private int claimBatch = 50;
    private @Nullable MongoClient client;

    public void setName(String name) {
        this.name = name;
    }

    /** Tells apart two Serais of one machine. */
    public void setHome(String home) {
        this.home = home;
    }

    /** Servers, separated by commas, each with its port where that is not 27017. */
    public void setHosts(String hosts) {
        this.hosts = hosts;
    }

    public void setReplicaSet(String replicaSet) {
        this.replicaSet = replicaSet;
    }

    public void setDatabase(String database) {
        this.database = database;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** The database that the user belongs to. */
    public void setUsersDatabase(String usersDatabase) {
        this.usersDatabase = usersDatabase;
    }

    public void setTls(boolean tls) {
        this.tls = tls;
    }

    /** PEM file with the certificates that are trusted in place of the JDK's. */
    public void setAuthorities(String authorities) {
        this.authorities = authorities;
    }

    /** Milliseconds that finding a server, and connecting, may take. */
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    public void setConnections(int connections) {
        this.connections = connections;
    }

    /** @throws IllegalArgumentException when the driver knows none of that name */
    public void setWriteConcern(String writeConcern) {
        if (WriteConcern.valueOf(writeConcern) == null) {
            throw new IllegalArgumentException("the write concern \"" + writeConcern
                    + "\" is unknown; expected MAJORITY, JOURNALED, ACKNOWLEDGED, W1, W2, W3 or UNACKNOWLEDGED");
        }
        this.writeConcern = writeConcern;
    }

    /** How long a document that was claimed is kept from others. */
    public void setClaimTime(Duration claimTime) {
        this.claimTime = claimTime;
    }

    /** Most documents that are claimed at once. */
    public void setClaimBatch(int claimBatch) {
        this.claimBatch = claimBatch;
    }

    String databaseName() {
        return database;
    }

    String writeConcern() {
        return writeConcern;
    }

    Duration claimTime() {
        return claimTime;
    }

    int claimBatch() {
        return claimBatch;
    }

    /** Who claims: the same after a restart, another one for each other Serai and connection. */
    String claimant(String route) {
        return Claimant.of(home) + "/" + name + "/" + route;
    }

    MongoDatabase database() {
        return client().getDatabase(database);
    }

    synchronized MongoClient client() {
        MongoClient made = client;
        if (made == null) {
            made = make();
            client = made;
        }
        return made;
    }

    private MongoClient make() {
        try {
            return ContextLoader.of(MongoConnection.class, () -> MongoClients.create(settings()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(told(e), e);
        }
    }

    private MongoClientSettings settings() throws GeneralSecurityException {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applicationName("serai-" + name)
                .writeConcern(WriteConcern.valueOf(writeConcern))
                .applyToClusterSettings(cluster -> {
                    cluster.hosts(servers()).serverSelectionTimeout(timeout, TimeUnit.MILLISECONDS);
                    if (!replicaSet.isEmpty()) {
                        cluster.requiredReplicaSetName(replicaSet);
                    }
                })
                .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(timeout, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(connections).maxWaitTime(timeout, TimeUnit.MILLISECONDS));
        if (!user.isEmpty()) {
            settings.credential(MongoCredential.createCredential(user, usersDatabase, password.toCharArray()));
        }
        if (tls) {
            ClientTls trusting = new ClientTls();
            trusting.setAuthorities(authorities);
            SSLContext context = trusting.context();
            settings.applyToSslSettings(ssl -> ssl.enabled(true).context(context));
        }
        return settings.build();
    }

    private List<ServerAddress> servers() {
        return Stream.of(hosts.split(","))
                .map(String::strip)
                .map(ServerAddress::new)
                .toList();
    }

    /** @throws IllegalStateException when no server answers, or refuses the user */
    @Override
    public String call() {
        try {
            return database().runCommand(new Document("ping", 1)).toJson();
        } catch (MongoException e) {
            throw new IllegalStateException(told(e), e);
        }
    }

    private String told(Exception e) {
        return "MongoDB at " + hosts + ": " + e.getMessage();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
