package dev.serai.service.intelligence.live;

import dev.serai.foundation.Backlog;
import dev.serai.foundation.Latencies;
import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.ContextFlows;
import dev.serai.management.monitoring.flow.Flow;
import dev.serai.management.monitoring.flow.Target;
import dev.serai.management.monitoring.metrics.RouteCounts;
import dev.serai.management.monitoring.metrics.Traffic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Route;
import org.apache.camel.component.seda.SedaEndpoint;

/** Reads what the runtime counts anyway, and tells what each look brought since the one before. */
final class Meters {

    private static final String NOBODY = "http-clients";

    private final Traffic traffic;
    private final Waiting waiting;
    private Map<String, Stand> before = new HashMap<>();
    private Map<String, Stand> now = new HashMap<>();

    /** Where counters stand. */
    private record Stand(long total, long lost, long[] latencies, long bytes, long sized) {

        static final Stand ZERO = new Stand(0, 0, new long[Latencies.BUCKETS], 0, 0);
    }

    Meters(Traffic traffic, Waiting waiting) {
        this.traffic = traffic;
        this.waiting = waiting;
    }

    Map<Subject, Moved> look(List<RunningIntegration> running) {
        now = new HashMap<>();
        Map<Subject, Moved> moved = new HashMap<>();
        traffic.routes()
                .forEach(route ->
                        moved.merge(Subject.route(route.integration(), route.route()), moved(route), Moved::and));
        running.forEach(one -> ContextFlows.of(one.context()).ifPresent(flows -> add(moved, one, flows)));
        waitingInSystems(moved);
        waitingEvents(moved, running);
        before = now;
        return moved;
    }

    private Moved moved(RouteCounts route) {
        String key = "route:" + route.integration() + "@" + route.version() + "/" + route.route();
        Stand stand = new Stand(route.total(), route.lost(), route.latencies(), route.bytes(), route.sized());
        return since(key, stand, route.clients(), route.integration(), "");
    }

    private void add(Map<Subject, Moved> moved, RunningIntegration one, ContextFlows flows) {
        flows.sent().forEach((target, flow) -> {
            if (isWatched(target)) {
                Moved calls = calls(one, target, flow);
                moved.merge(subject(target), calls, Moved::and);
            }
        });
        for (Route route : one.context().getRoutes()) {
            Subject subject = Subject.route(one.name(), route.getRouteId());
            moved.computeIfPresent(subject, (same, seen) -> with(seen, route, flows));
        }
    }

    private static Moved with(Moved seen, Route route, ContextFlows flows) {
        Moved told = new Moved(
                seen.total(),
                seen.lost(),
                seen.latencies(),
                seen.bytes(),
                seen.sized(),
                seen.waiting(),
                seen.clients(),
                seen.users(),
                flows.route(route.getRouteId()).lastError());
        return route.getEndpoint() instanceof SedaEndpoint queue ? told.waiting(queue.getCurrentQueueSize()) : told;
    }

    private static boolean isWatched(Target target) {
        return target.kind() == Target.Kind.connection
                || target.kind() == Target.Kind.external && !target.name().equals(NOBODY);
    }

    private static Subject subject(Target target) {
        boolean connection = target.kind() == Target.Kind.connection;
        return new Subject(connection ? Subject.Kind.connection : Subject.Kind.system, "", target.name());
    }

    private Moved calls(RunningIntegration one, Target target, Flow flow) {
        Stand stand = new Stand(flow.total(), flow.failed(), flow.latencies(), 0, 0);
        Moved calls = since(one.label() + ">" + target.id(), stand, Map.of(), one.name(), flow.lastError());
        return new Moved(
                calls.total(),
                calls.lost(),
                calls.latencies(),
                0,
                0,
                Double.NaN,
                calls.total() == 0 ? Map.of() : Map.of(one.name(), calls.total()),
                calls.users(),
                calls.error());
    }

    /** A counter that stands lower than before belongs to another start of the same version. */
    private Moved since(String key, Stand stand, Map<String, Long> clients, String user, String error) {
        now.put(key, stand);
        Stand known = before.getOrDefault(key, Stand.ZERO);
        Stand last = known.total > stand.total ? Stand.ZERO : known;
        return new Moved(
                stand.total - last.total,
                Math.max(0, stand.lost - last.lost),
                Moved.sum(stand.latencies, last.latencies, -1),
                stand.bytes - last.bytes,
                stand.sized - last.sized,
                Double.NaN,
                clients,
                Set.of(user),
                error);
    }

    private void waitingInSystems(Map<Subject, Moved> moved) {
        waiting.connections().get().forEach((connection, all) -> {
            if (!all.isEmpty()) {
                double sum = all.stream().mapToLong(Backlog.Waiting::messages).sum();
                Subject subject = new Subject(Subject.Kind.connection, "", connection);
                moved.merge(subject, Moved.NOTHING.waiting(sum), Moved::and);
            }
        });
    }

    private void waitingEvents(Map<Subject, Moved> moved, List<RunningIntegration> running) {
        Map<String, Double> behind = new HashMap<>();
        waiting.events().get().forEach(one -> behind.merge(one.integration(), (double) one.behind(), Double::sum));
        running.stream().filter(one -> behind.containsKey(one.name())).forEach(one -> one.context().getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointBaseUri().startsWith("event:"))
                .findFirst()
                .ifPresent(route -> moved.computeIfPresent(
                        Subject.route(one.name(), route.getRouteId()),
                        (same, seen) -> seen.waiting(behind.getOrDefault(one.name(), 0.0)))));
    }
}
