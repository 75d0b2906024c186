package dev.serai.management.monitoring.connection;

import dev.serai.foundation.Connection;
import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.ContextFlows;
import dev.serai.management.monitoring.flow.Flow;
import dev.serai.management.monitoring.flow.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All connections: judged by the calls that are made through them, and by a probe from time to time while an integration uses them. */
public final class ConnectionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);

    private final Map<String, Watched> byName = new TreeMap<>();
    private final Duration interval;
    private final Executor background;

    /**
     * @param connections all that are configured
     * @param probe sends a connection's probe; says why it was not answered, secrets masked
     * @param interval how old a probe may be
     * @param background where probes are sent, as one may hang
     */
    public ConnectionWatch(
            List<Connection> connections,
            Function<String, Optional<String>> probe,
            Duration interval,
            Executor background) {
        connections.forEach(connection -> byName.put(connection.name(), new Watched(connection, probe)));
        this.interval = interval;
        this.background = background;
    }

    /** Looks who uses what, and sends the probes that are due. */
    public void look(List<RunningIntegration> running) {
        byName.values().forEach(one -> {
            one.used(usersOf(one.name(), running), callsOf(one.name(), running));
            if (one.isDue(interval)) {
                probe(one);
            }
        });
    }

    private void probe(Watched one) {
        try {
            background.execute(one::probe);
        } catch (RejectedExecutionException e) {
            LOG.debug("the runtime stops", e);
        }
    }

    private static List<String> usersOf(String connection, List<RunningIntegration> running) {
        return running.stream()
                .filter(one -> one.context().getEndpoints().stream()
                        .anyMatch(endpoint -> endpoint.getEndpointBaseUri().startsWith(connection + ":")))
                .map(RunningIntegration::name)
                .toList();
    }

    private static List<Flow> callsOf(String connection, List<RunningIntegration> running) {
        Target target = new Target(Target.Kind.connection, connection);
        List<Flow> calls = new ArrayList<>();
        running.forEach(one -> ContextFlows.of(one.context())
                .map(flows -> flows.sent().get(target))
                .ifPresent(calls::add));
        return calls;
    }

    /** All of them, by name. */
    public List<ConnectionStatus> list() {
        return byName.values().stream().map(Watched::status).toList();
    }

    /**
     * Sends the probe of one now and waits for what comes of it; for a connector without one, tells what is known.
     *
     * @return empty when there is no such connection
     */
    public Optional<ConnectionStatus> test(String name) {
        Optional<Watched> one = Optional.ofNullable(byName.get(name));
        one.ifPresent(Watched::probe);
        return one.map(Watched::status);
    }
}
