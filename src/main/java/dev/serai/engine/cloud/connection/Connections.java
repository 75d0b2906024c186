package dev.serai.engine.cloud.connection;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Backlog;
import dev.serai.foundation.Connection;
import dev.serai.foundation.Connector;
import dev.serai.foundation.Finding;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * All connections of a home. Their beans are made when a route first uses the connection, shared, and closed with this object. One can be
 * replaced while it is in use: a context keeps the one that it came to use first until it ends, and the last of them closes it.
 */
public final class Connections implements AutoCloseable {

    private final Configuration configuration;
    private final Packs packs;
    private final Map<String, String> atStart;
    private final List<Finding> findings = new ArrayList<>();
    private final ConcurrentSkipListMap<String, OpenConnection> inForce = new ConcurrentSkipListMap<>();
    private final Set<OpenConnection> replaced = ConcurrentHashMap.newKeySet();

    private Connections(Configuration configuration) {
        this.configuration = configuration;
        this.packs = Packs.ofDistribution(folder());
        ConnectionFiles files = files(findings::add);
        files.read().forEach(connection -> inForce.put(connection.name(), open(connection)));
        this.atStart = files.texts();
    }

    /**
     * Reads and checks all connections; opens none.
     *
     * @throws ConfigurationException with everything that is wrong, when anything is
     */
    public static Connections load(Configuration configuration) {
        Connections connections = read(configuration);
        ConfigurationException.throwIfAny(connections.findings());
        return connections;
    }

    /** As {@link #load}, but what is wrong is kept in {@link #findings}; a connection that could not be read is missing. */
    public static Connections read(Configuration configuration) {
        return new Connections(configuration);
    }

    private Path folder() {
        return configuration.home().resolve("connectors");
    }

    private ConnectionFiles files(Consumer<Finding> problems) {
        return new ConnectionFiles(configuration, new ConnectorFiles(folder(), problems), packs, problems);
    }

    private OpenConnection open(Connection connection) {
        return new OpenConnection(connection, configuration, packs);
    }

    /** What was wrong when all were read. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether a connection's file still holds what was read first; asked once for each file, as the same text may be saved again. */
    public boolean isAsAtStart(String name, String text) {
        return text.equals(atStart.remove(name));
    }

    public List<Connection> all() {
        return inForce.values().stream().map(OpenConnection::description).toList();
    }

    /** Whether there is a connection of that name now. */
    public boolean has(String name) {
        return inForce.containsKey(name);
    }

    /** The kind of a connection; empty when there is none of that name now. */
    public Optional<String> connector(String name) {
        return Optional.ofNullable(inForce.get(name))
                .map(connection -> connection.description().connector().name());
    }

    /** The Camel component behind each connection, by the connection's name: orders-db → sql. */
    public Map<String, String> schemes() {
        Map<String, String> schemes = new TreeMap<>();
        all().forEach(connection ->
                schemes.put(connection.name(), connection.connector().component()));
        return schemes;
    }

    /** What waits behind those connections that are open and know it, by the connection's name. */
    public Map<String, List<Backlog.Waiting>> waiting() {
        Map<String, List<Backlog.Waiting>> waiting = new TreeMap<>();
        inForce.forEach((name, connection) -> waiting.put(name, connection.waiting()));
        return waiting;
    }

    /** The libraries of the connectors. */
    public Packs packs() {
        return packs;
    }

    /**
     * Lets the routes of a context use every connection under its name, and every component, data format and language of the packs. Nothing
     * is loaded or opened before one does.
     */
    public void attach(CamelContext context) {
        packs.attach(context);
        ComponentResolver camels = PluginHelper.getComponentResolver(context);
        context.getCamelContextExtension().addContextPlugin(ComponentResolver.class, (name, asking) -> {
            OpenConnection connection = lent(name, asking);
            return connection == null ? camels.resolveComponent(name, asking) : connection.component(asking, camels);
        });
        context.getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> guarded(uri, endpoint, context));
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopped(CamelContext stopped) {
                giveBack(stopped);
            }
        });
    }

    /**
     * As {@link #attach(CamelContext)}; besides, the integration's routes can refer to the beans of connections, as {@code #orders-db.idempotent}.
     *
     * @param integration its name: beans that are made for each integration are made for this one
     */
    public void attach(CamelContext context, String integration) {
        attach(context);
        if (context.getRegistry() instanceof DefaultRegistry registry) {
            registry.addBeanRepository(new LentBeans(context, (connection, bean) -> {
                OpenConnection lender = lent(connection, context);
                return lender == null ? Optional.empty() : lender.lend(context, bean, integration);
            }));
        }
    }

    /** What routes can refer to: {@code orders-db.dataSource}; with {@code .*} at the end where a purpose can follow. */
    public Set<String> lent() {
        Set<String> names = new TreeSet<>();
        all().forEach(connection -> connection.connector().beans().forEach(bean -> {
            String name = connection.name() + "." + bean.name();
            names.add(name);
            if (bean.scope() == Connector.Scope.INTEGRATION) {
                names.add(name + ".*");
            }
        }));
        return names;
    }

    /** The connection in force; one that is replaced at this moment is not lent any more, its successor is. */
    private @Nullable OpenConnection lent(String name, CamelContext context) {
        OpenConnection connection = inForce.get(name);
        while (connection != null && !connection.users().add(context)) {
            connection = inForce.get(name);
        }
        return connection;
    }

    /** What is sent through a connection with a circuit passes that. */
    private Endpoint guarded(String uri, Endpoint endpoint, CamelContext context) {
        int colon = uri.indexOf(':');
        return colon < 0
                ? endpoint
                : lentBefore(uri.substring(0, colon), context)
                        .flatMap(OpenConnection::circuit)
                        .map(circuit -> circuit.around(endpoint))
                        .orElse(endpoint);
    }

    private Optional<OpenConnection> lentBefore(String name, CamelContext context) {
        return Stream.concat(Stream.ofNullable(inForce.get(name)), replaced.stream())
                .filter(connection -> connection.description().name().equals(name)
                        && connection.users().contains(context))
                .findFirst();
    }

    /** How the circuit of a connection stands: {@code closed}, {@code open} or {@code half-open}; empty when it has none. */
    public Optional<String> circuit(String name) {
        return Optional.ofNullable(inForce.get(name))
                .flatMap(OpenConnection::circuit)
                .map(Circuit::state);
    }

    private void giveBack(CamelContext context) {
        inForce.values().forEach(connection -> connection.users().remove(context));
        replaced.forEach(connection -> connection.users().remove(context));
        replaced.removeIf(OpenConnection::isEnded);
    }

    /**
     * Reads and checks what a connection's file holds; nothing of it is in force.
     *
     * @param problems told of everything that is wrong
     * @return empty when something is
     */
    public Optional<ConnectionDraft> draft(String name, String text, Consumer<Finding> problems) {
        List<Finding> found = new ArrayList<>();
        Optional<Connection> read = files(found::add).read(name, text);
        found.forEach(problems);
        return read.filter(connection -> found.isEmpty()).map(connection -> new ConnectionDraft(open(connection)));
    }

    /** From now on contexts that begin to use the connection use this one; the one before is closed by the last that still uses it. */
    public void putInForce(ConnectionDraft draft) {
        retire(inForce.put(draft.description().name(), draft.open()));
    }

    /** There is no such connection any more; who uses it may go on until it ends. */
    public void remove(String name) {
        retire(inForce.remove(name));
    }

    private void retire(@Nullable OpenConnection before) {
        if (before != null) {
            replaced.add(before);
            before.users().retire();
            replaced.removeIf(OpenConnection::isEnded);
        }
    }

    /** Whether a context uses the connection as it is in force now. */
    public boolean isUsedBy(CamelContext context, String name) {
        OpenConnection connection = inForce.get(name);
        return connection != null && connection.users().contains(context);
    }

    /** Whether a context still uses the connection as it was before it was replaced. */
    public boolean isOutdatedIn(CamelContext context, String name) {
        return replaced.stream()
                .anyMatch(connection -> connection.description().name().equals(name)
                        && connection.users().contains(context));
    }

    /**
     * Sends the connector's probe.
     *
     * @return why the connection does not answer, secrets masked; empty when it does, or has no probe
     * @throws IllegalArgumentException when there is no such connection
     */
    public Optional<String> test(String name) {
        OpenConnection connection = inForce.get(name);
        if (connection == null) {
            throw new IllegalArgumentException("connection \"" + name + "\" is unknown; there are " + inForce.keySet());
        }
        return connection.probe();
    }

    /** Closes what was opened, when nothing uses it any more; a connection used afterwards is opened again. */
    @Override
    public void close() {
        replaced.forEach(OpenConnection::end);
        replaced.clear();
        inForce.values().forEach(OpenConnection::close);
        packs.close();
    }
}
