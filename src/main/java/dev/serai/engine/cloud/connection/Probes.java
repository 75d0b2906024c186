package dev.serai.engine.cloud.connection;

import dev.serai.engine.cloud.pack.UsedPacks;
import dev.serai.foundation.secret.Redaction;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** Sends the probes of connectors, as often as one wants, through a context of its own that is made for the first. */
public final class Probes implements AutoCloseable {

    private final Connections connections;
    private @Nullable DefaultCamelContext context;
    private @Nullable ProducerTemplate template;

    public Probes(Connections connections) {
        this.connections = connections;
    }

    /**
     * @return why the connection does not answer, secrets masked; empty when it does, or has no probe
     * @throws IllegalArgumentException when there is no such connection
     */
    public Optional<String> send(String name) {
        String probe = connections.probe(name);
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        try {
            send(name, probe);
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(Redaction.clean(deepest(e)));
        }
    }

    private void send(String name, String probe) throws Exception {
        ProducerTemplate sender = template();
        if (probe.startsWith("#")) {
            connections.probe(name, sender.getCamelContext()).call();
        } else {
            sender.sendBody(name + ":" + probe, "");
        }
    }

    private synchronized ProducerTemplate template() {
        ProducerTemplate made = template;
        if (made == null) {
            DefaultCamelContext probing = new DefaultCamelContext();
            probing.disableJMX();
            probing.setApplicationContextClassLoader(new UsedPacks(Probes.class.getClassLoader()));
            connections.attach(probing);
            probing.start();
            made = probing.createProducerTemplate();
            context = probing;
            template = made;
        }
        return made;
    }

    private static String deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }

    @Override
    public synchronized void close() {
        if (context != null) {
            context.stop();
            context = null;
            template = null;
        }
    }
}
