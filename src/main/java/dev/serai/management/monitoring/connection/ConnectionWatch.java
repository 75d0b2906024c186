package dev.serai.management.monitoring.connection;

import dev.serai.foundation.Connection;
import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.ContextFlows;
import dev.serai.management.monitoring.flow.Flow;
import dev.serai.management.monitoring.flow.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All connections: judged by the calls that are made through them, and by a probe from time to time while an integration uses them. */
public final class ConnectionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);

    private final ConcurrentSkipListMap<String, Watched> byName = new ConcurrentSkipListMap<>();
    private final Source source;
    private final Duration interval;
    private final Executor background;

    /**
     * What there is to watch.
     *
     * @param configured all that are configured now
     * @param probe sends a connection's probe; says why it was not answered, secrets masked
     * @param circuit how a connection's circuit stands; empty when it has none
     * @param changes the newest change of each whose file changed
     */
    public record Source(
            Supplier<List<Connection>> configured,
            Function<String, Optional<String>> probe,
            Function<String, Optional<String>> circuit,
            Supplier<Map<String, ConnectionChange>> changes) {}

    /**
     * @param source what there is to watch
     * @param interval how old a probe may be
     * @param background where probes are sent, as one may hang
     */
    public ConnectionWatch(Source source, Duration interval, Executor background) {
        this.source = source;
        this.interval = interval;
        this.background = background;
    }

    /** Those there are now. One that was replaced begins anew: what the old one did says nothing of it. */
    private Collection<Watched> all() {
        List<Connection> now = source.configured.get();
        byName.keySet().retainAll(now.stream().map(Connection::name).toList());
        now.forEach(one -> byName.compute(
                one.name(),
                (name, before) -> before != null && before.watches(one) ? before : new Watched(one, source.probe)));
        return byName.values();
    }

    /** Looks who uses what, and sends the probes that are due. */
    public void look(List<RunningIntegration> running) {
        all().forEach(one -> {
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

    /** All of them, by name; also those that are not there because their first file was refused. */
    public List<ConnectionStatus> list() {
        Map<String, ConnectionChange> changes = source.changes.get();
        Map<String, ConnectionStatus> statuses = new TreeMap<>();
        changes.forEach((name, change) -> statuses.put(name, ConnectionStatus.missing(name, change)));
        all().forEach(one -> statuses.put(one.name(), status(one, changes)));
        return List.copyOf(statuses.values());
    }

    /**
     * Sends the probe of one now and waits for what comes of it; for a connector without one, tells what is known.
     *
     * @return empty when there is no such connection
     */
    public Optional<ConnectionStatus> test(String name) {
        Optional<Watched> found =
                all().stream().filter(one -> one.name().equals(name)).findFirst();
        found.ifPresent(Watched::probe);
        return found.map(one -> status(one, source.changes.get()));
    }

    private ConnectionStatus status(Watched one, Map<String, ConnectionChange> changes) {
        return one.status().with(source.circuit.apply(one.name()).orElse(null), changes.get(one.name()));
    }
}
