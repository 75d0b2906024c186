package dev.serai.adapter.messaging.nats;

import dev.serai.foundation.ContextLoader;
import dev.serai.foundation.tls.ClientTls;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The one NATS connection that all integrations share. It is made when it is first needed, and comes back when the server was away. */
public final class NatsConnections implements AutoCloseable, Callable<String> {

    private static final int FOR_EVER = -1;

    private String servers = "";
    private String name = "";
    private String user = "";
    private String password = "";
    private String token = "";
    private String credentials = "";
    private Duration timeout = Duration.ofSeconds(5);
    private Duration acknowledgeWithin = Duration.ofSeconds(30);
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
    private boolean jetStream = true;
    private @Nullable ClientTls tls;
    private @Nullable Connection connection;

    /** The library keeps threads for a while: they must not keep hold of the integration that happened to need them first. */
    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "nats " + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(NatsConnections.class.getClassLoader());
        return thread;
    }

    /** Servers to begin with, separated by commas. */
    public void setServers(String servers) {
        this.servers = servers;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public void setToken(String token) {
        this.token = token;
    }

    /** File with a JWT and the seed of its key. */
    public void setCredentials(String file) {
        this.credentials = file;
    }

    public void setTls(ClientTls tls) {
        this.tls = tls;
    }

    public void setTimeout(long millis) {
        this.timeout = Duration.ofMillis(millis);
    }

    /** How long a message may take before the server hands it out again. */
    public void setAcknowledgeWithin(long millis) {
        this.acknowledgeWithin = Duration.ofMillis(millis);
    }

    /** Whether endpoints use JetStream unless they say otherwise. */
    public void setJetStream(boolean jetStream) {
        this.jetStream = jetStream;
    }

    boolean usesJetStream() {
        return jetStream;
    }

    Duration acknowledgeWithin() {
        return acknowledgeWithin;
    }

    String servers() {
        return servers;
    }

    String name() {
        return name;
    }

    /** The shared connection; one that lost its server comes back by itself. */
    synchronized Connection get() throws Exception {
        Connection known = connection;
        if (known == null || known.getStatus() == Connection.Status.CLOSED) {
            known = connected();
            connection = known;
        }
        return known;
    }

    /** Its threads must not keep hold of the integration that happened to need it first. */
    private Connection connected() throws Exception {
        Options forEver = options().maxReconnects(FOR_EVER).build();
        return ContextLoader.of(NatsConnections.class, () -> Nats.connect(forEver));
    }

    private Options.Builder options() throws GeneralSecurityException {
        Options.Builder options = new Options.Builder()
                .servers(servers.split("\\s*,\\s*"))
                .connectionName("serai " + name)
                .connectionTimeout(timeout)
                .reconnectWait(Duration.ofSeconds(1))
                .reconnectJitter(Duration.ofMillis(100))
                .executor(threads)
                .errorListener(new NatsErrors(name));
        if (tls != null && servers.contains("tls://")) {
            options.sslContext(tls.context());
        }
        return withLogin(options);
    }

    private Options.Builder withLogin(Options.Builder options) {
        if (!user.isEmpty()) {
            options.userInfo(user, password);
        }
        if (!token.isEmpty()) {
            options.token(token.toCharArray());
        }
        return credentials.isEmpty() ? options : options.authHandler(Nats.credentials(credentials));
    }

    /** Logs in with a connection of its own that ends with the question, and asks for JetStream where it is used. */
    @Override
    public String call() throws Exception {
        try (Connection asking = Nats.connect(options().noReconnect().build())) {
            if (jetStream) {
                asking.jetStreamManagement().getAccountStatistics();
            }
            return asking.getServerInfo().getServerName();
        }
    }

    @Override
    public synchronized void close() throws InterruptedException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
        threads.shutdown();
    }
}
