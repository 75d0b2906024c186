package dev.serai.console;

import dev.serai.console.access.AccessToken;
import dev.serai.console.access.Admission;
import dev.serai.console.access.Entrance;
import dev.serai.foundation.settings.ManagementSettings;
import dev.serai.foundation.tls.ServerTls;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The management port: one Jetty server for the API and what else is served beside it. */
public final class ManagementServer implements AutoCloseable {

    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 4;
    private static final int IDLE_MILLIS = 60_000;
    private static final int STOP_MILLIS = 1_000;

    private final ManagementSettings settings;
    private final Server server;
    private final ServerConnector connector;

    /** A server that only the home's owner gets into. */
    public ManagementServer(ManagementSettings settings, AccessToken token, List<ContextHandler> contexts) {
        this(settings, Optional.empty(), Admission.ofOwner(token), contexts);
    }

    /**
     * @param settings where to listen
     * @param tls the port's certificate; empty for plain HTTP
     * @param admission who gets in
     * @param contexts what is served behind the entrance, each under its own context path
     */
    public ManagementServer(
            ManagementSettings settings, Optional<ServerTls> tls, Admission admission, List<ContextHandler> contexts) {
        this.settings = settings;
        this.server = new Server(threads());
        this.connector = connector(server, settings, tls, admission.settings().forwarded());
        server.addConnector(connector);
        server.setErrorHandler(new ErrorAnswers());
        server.setHandler(new Entrance(admission, all(contexts)));
    }

    /**
     * Begins to listen.
     *
     * @return the port, also when the settings said 0
     * @throws ManagementPortException when the port cannot be had; nothing is left behind
     */
    public int start() {
        try {
            connector.open();
            server.start();
            return connector.getLocalPort();
        } catch (Exception e) {
            close();
            throw new ManagementPortException(sentence(e), e);
        }
    }

    /** Where something is mounted. */
    public List<String> paths() {
        return server.getDescendants(ContextHandler.class).stream()
                .map(ContextHandler::getContextPath)
                .toList();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the management port " + settings.port() + " could not be closed", e);
        }
    }

    private String sentence(Exception e) {
        String where = settings.host() + ":" + settings.port();
        boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
        if (taken && String.valueOf(e.getMessage() + e.getCause()).contains("in use")) {
            return "the management port " + where
                    + " is taken by another process; stop that one, or choose another port with --management-port or "
                    + "serai.management.port";
        }
        return "the management port " + where + " cannot be opened (" + e.getMessage()
                + "); check serai.management.host and serai.management.port";
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_MILLIS);
        threads.setName("serai-management");
        threads.setStopTimeout(STOP_MILLIS);
        return threads;
    }

    private static ServerConnector connector(
            Server server, ManagementSettings settings, Optional<ServerTls> tls, boolean forwarded) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        if (forwarded) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        ServerConnector connector = new ServerConnector(
                server, 1, 1, tls.map(port -> ManagementTls.before(http, port)).orElseGet(() ->
                        new ConnectionFactory[] {new HttpConnectionFactory(http)}));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }

    private static ContextHandlerCollection all(List<ContextHandler> contexts) {
        ContextHandlerCollection all = new ContextHandlerCollection();
        contexts.forEach(context -> all.addHandler((Handler) context));
        return all;
    }
}
