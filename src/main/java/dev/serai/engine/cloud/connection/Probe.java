package dev.serai.engine.cloud.connection;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.engine.cloud.pack.UsedPacks;
import dev.serai.foundation.secret.Redaction;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/** Asks the system behind a connection whether it answers, as often as one wants, through a context of its own that is made for the first time. */
final class Probe implements AutoCloseable {

    private final OpenConnection connection;
    private final Packs packs;
    private @Nullable CamelContext context;
    private @Nullable ProducerTemplate template;

    Probe(OpenConnection connection, Packs packs) {
        this.connection = connection;
        this.packs = packs;
    }

    /** @return why the connection does not answer, secrets masked; empty when it does, or has no probe */
    Optional<String> send() {
        String probe = connection.description().connector().probe();
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        try {
            send(probe);
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(Redaction.clean(deepest(e)));
        }
    }

    private void send(String probe) throws Exception {
        ProducerTemplate sender = template();
        if (probe.startsWith("#")) {
            connection.probe(sender.getCamelContext()).call();
        } else {
            sender.sendBody(connection.description().name() + ":" + probe, "");
        }
    }

    private synchronized ProducerTemplate template() {
        ProducerTemplate made = template;
        if (made == null) {
            CamelContext probing = context();
            probing.start();
            made = probing.createProducerTemplate();
            context = probing;
            template = made;
        }
        return made;
    }

    private CamelContext context() {
        DefaultCamelContext probing = new DefaultCamelContext();
        probing.disableJMX();
        probing.setApplicationContextClassLoader(new UsedPacks(Probe.class.getClassLoader()));
        packs.attach(probing);
        ComponentResolver others = PluginHelper.getComponentResolver(probing);
        String own = connection.description().name();
        probing.getCamelContextExtension()
                .addContextPlugin(
                        ComponentResolver.class,
                        (name, asking) -> name.equals(own)
                                ? connection.component(asking, others)
                                : others.resolveComponent(name, asking));
        return probing;
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
