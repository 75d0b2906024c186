package dev.serai.management.monitoring.history;

import dev.serai.engine.enterprise.deadletter.Diagnosis;
import dev.serai.engine.message.Masking;
import dev.serai.foundation.CommunicationContext;
import dev.serai.management.monitoring.history.RecordedExchange.Kind;
import dev.serai.management.monitoring.history.RecordedExchange.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.Route;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/** Makes of a message that is done what is remembered of it. */
final class ExchangePortrait {

    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_CAUSE = 500;
    private static final AtomicLong NEWEST = new AtomicLong();

    private final Masking masking;
    private final BodyPortrait bodies;

    ExchangePortrait(Masking masking, BodyPortrait bodies) {
        this.masking = masking;
        this.bodies = bodies;
    }

    /**
     * @param integration whose message it is
     * @param version number of the version that processed it
     */
    record Origin(String integration, int version) {}

    RecordedExchange of(Journey journey, Route route, Exchange exchange, Origin origin, Kind kind, long nanos) {
        Throwable cause = journey.failure(exchange);
        return new RecordedExchange(
                nextId(),
                journey.exchangeId(),
                origin.integration(),
                route.getRouteId(),
                origin.version(),
                kind,
                Instant.now().minusNanos(nanos),
                millis(nanos),
                traceId(exchange),
                cause == null ? null : cause(cause),
                journey.stepCount(),
                steps(journey, route, exchange, nanos));
    }

    /** Grows with time, also across restarts, and fits into the numbers of JavaScript. */
    private static long nextId() {
        long least = System.currentTimeMillis() * 1_000;
        return NEWEST.updateAndGet(newest -> Math.max(least, newest + 1));
    }

    private static @Nullable String traceId(Exchange exchange) {
        String id = CommunicationContext.traceId(CommunicationContext.traceparent(exchange));
        return id.isEmpty() ? null : id;
    }

    private String cause(Throwable failure) {
        String summary = masking.text(Diagnosis.of(failure).summary());
        return summary.length() <= LONGEST_CAUSE ? summary : summary.substring(0, LONGEST_CAUSE) + "…";
    }

    private List<Step> steps(Journey journey, Route route, Exchange exchange, long nanos) {
        List<Step> steps = new ArrayList<>();
        steps.add(edge(
                route,
                "from",
                URISupport.sanitizeUri(route.getEndpoint().getEndpointUri()),
                0,
                journey.incoming(exchange)));
        StepBodies shown = new StepBodies(bodies);
        journey.steps().forEach(step -> steps.add(step(step, shown, journey.startedNanos())));
        steps.add(edge(route, "end", "end", nanos, exchange.getMessage()));
        return steps;
    }

    private Step edge(Route route, String node, String label, long nanos, @Nullable Message message) {
        return new Step(
                route.getRouteId(),
                node,
                label(label),
                millis(nanos),
                0,
                false,
                message == null ? Map.of() : masking.headers(message.getHeaders()),
                message == null ? null : bodies.of(message.getBody()));
    }

    private Step step(StepTaken step, StepBodies shown, long startNanos) {
        return new Step(
                routeOf(step.node()),
                String.valueOf(step.node().getId()),
                label(step.node().getLabel()),
                millis(step.startedNanos() - startNanos),
                step.durationNanos() < 0 ? -1 : millis(step.durationNanos()),
                step.isFailed(),
                masking.headers(step.headers()),
                shown.of(step.body()));
    }

    private static String routeOf(NamedNode node) {
        NamedNode up = node;
        while (up != null && !(up instanceof NamedRoute)) {
            up = up.getParent();
        }
        return up instanceof NamedRoute route ? String.valueOf(route.getRouteId()) : "";
    }

    private String label(@Nullable String label) {
        String shown = masking.text(URISupport.sanitizeUri(label == null ? "" : label));
        return shown.length() <= LONGEST_LABEL ? shown : shown.substring(0, LONGEST_LABEL) + "…";
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
