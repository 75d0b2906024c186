package dev.serai.adapter.messaging.redis;

import dev.serai.adapter.messaging.Authorities;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** A server and the pool of connections to it that all integrations send over. Called, it asks whether the server answers. */
public final class RedisConnection implements Callable<String>, AutoCloseable {

    private String name = "serai";
    private String home = "";
    private String host = "localhost";
    private int port = 6379;
    private @Nullable String user;
    private @Nullable String password;
    private int database;
    private boolean tls;
    private String authorities = "";
    private int timeout = 5_000;
    private int connections = 8;
    private @Nullable RedisClient pool;

    public void setName(String name) {
        this.name = name;
    }

    /** Tells apart two Serais of one machine. */
    public void setHome(String home) {
        this.home = home;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public void setDatabase(int database) {
        this.database = database;
    }

    public void setTls(boolean tls) {
        this.tls = tls;
    }

    /** PEM file with the certificates that are trusted in place of the JDK's. */
    public void setAuthorities(String authorities) {
        this.authorities = authorities;
    }

    /** Milliseconds that connecting, and an answer, may take. */
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    public void setConnections(int connections) {
        this.connections = connections;
    }

    /** Sends a command over the pool. After a failure of the network the pool is emptied, so that the next one connects anew. */
    <T> T send(Function<RedisClient, T> command) {
        RedisClient client = pool();
        try {
            return command.apply(client);
        } catch (JedisException e) {
            client.getPool().clear();
            throw failure(e);
        }
    }

    private synchronized RedisClient pool() {
        RedisClient client = pool;
        if (client == null) {
            client = client(connections, timeout);
            pool = client;
        }
        return client;
    }

    /** One connection of a reader's own, which may wait for what comes. */
    RedisClient reader(Duration longestWait) {
        return client(1, (int) (timeout + longestWait.toMillis()));
    }

    private RedisClient client(int size, int blockingTimeout) {
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxTotal(size);
        config.setMaxIdle(size);
        config.setMaxWait(Duration.ofMillis(timeout));
        config.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
        config.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(host, port)
                .clientConfig(settings(blockingTimeout))
                .poolConfig(config)
                .build();
    }

    private JedisClientConfig settings(int blockingTimeout) {
        DefaultJedisClientConfig.Builder settings = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(timeout)
                .socketTimeoutMillis(timeout)
                .blockingSocketTimeoutMillis(blockingTimeout)
                .user(user)
                .password(password)
                .database(database)
                .clientName("serai-" + name)
                .ssl(tls);
        if (tls) {
            settings.sslSocketFactory(Authorities.trusting(authorities).getSocketFactory());
            settings.sslParameters(checkingTheName());
        }
        return settings.build();
    }

    private static SSLParameters checkingTheName() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /** Says which server it was, and what the innermost cause said. */
    RedisException failure(JedisException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return new RedisException("Redis at " + host + ":" + port + ": " + deepest.getMessage(), e);
    }

    /** The same after a restart, so that what was being worked on then is taken up at once; another one for each other Serai. */
    String readerName() {
        return hostName() + "-" + Integer.toHexString(home.hashCode());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** @throws IllegalStateException when the server does not answer, or refuses the user */
    @Override
    public String call() {
        try {
            return send(RedisClient::ping);
        } catch (RedisException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
