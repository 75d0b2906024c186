package dev.serai.engine.cloud.connection;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Connection;
import dev.serai.foundation.Finding;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.PluginHelper;

/** All connections of a home. Their beans are made when a route first uses the connection, shared, and closed with this object. */
public final class Connections implements AutoCloseable {

    private final TreeMap<String, OpenConnection> byName = new TreeMap<>();
    private final Packs packs;
    private final List<Finding> findings;

    private Connections(
            Configuration configuration, Packs packs, List<Connection> connections, List<Finding> findings) {
        this.packs = packs;
        connections.forEach(
                connection -> byName.put(connection.name(), new OpenConnection(connection, configuration, packs)));
        this.findings = List.copyOf(findings);
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
        List<Finding> findings = new ArrayList<>();
        Path folder = configuration.home().resolve("connectors");
        Packs packs = Packs.ofDistribution(folder);
        ConnectorFiles connectors = new ConnectorFiles(folder, findings::add);
        List<Connection> connections = new ConnectionFiles(configuration, connectors, packs, findings::add).read();
        return new Connections(configuration, packs, connections, findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    public List<Connection> all() {
        return byName.values().stream().map(OpenConnection::description).toList();
    }

    /** The Camel component behind each connection, by the connection's name: orders-db → sql. */
    public Map<String, String> schemes() {
        Map<String, String> schemes = new TreeMap<>();
        all().forEach(connection ->
                schemes.put(connection.name(), connection.connector().component()));
        return schemes;
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
            OpenConnection connection = byName.get(name);
            return connection == null ? camels.resolveComponent(name, asking) : connection.component(asking, camels);
        });
    }

    /**
     * Sends the connector's probe.
     *
     * @return why the connection does not answer; empty when it does, or has no probe
     * @throws IllegalArgumentException when there is no such connection
     */
    public Optional<String> test(String name) {
        try (Probes probes = new Probes(this)) {
            return probes.send(name);
        }
    }

    /** The endpoint of a connection's probe, without its scheme, or #bean; empty when its connector has none. */
    String probe(String name) {
        return known(name).description().connector().probe();
    }

    /** The probe of a connection whose connector makes it as a bean. */
    Callable<?> probe(String name, CamelContext context) {
        return known(name).probe(context);
    }

    private OpenConnection known(String name) {
        OpenConnection connection = byName.get(name);
        if (connection == null) {
            throw new IllegalArgumentException("connection \"" + name + "\" is unknown; there are " + byName.keySet());
        }
        return connection;
    }

    /** Closes what was opened, when nothing uses it any more; a connection used afterwards is opened again. */
    @Override
    public void close() {
        Collection<OpenConnection> opened = byName.values();
        opened.forEach(OpenConnection::close);
        packs.close();
    }
}
