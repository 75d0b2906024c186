package dev.serai.management.monitoring.history;

import dev.serai.engine.message.Masking;
import dev.serai.foundation.settings.HistorySettings;
import dev.serai.management.monitoring.history.ExchangePortrait.Origin;
import dev.serai.management.monitoring.history.RecordedExchange.Kind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Remembers of each integration's routes the last failed and the slowest messages. A new version goes on with what the one before left. */
public final class MessageHistory implements AutoCloseable {

    private final HistorySettings settings;
    private final ExchangePortrait portraits;
    private final StepRecorder recorder;
    private final DurableSample sample;
    private final Map<String, Map<String, RouteHistory>> integrations = new ConcurrentHashMap<>();

    /** @param sample where a sample is kept beyond the end of the process */
    public MessageHistory(HistorySettings settings, DurableSample sample) {
        Masking masking = Masking.with(settings.mask());
        BodyPortrait bodies = new BodyPortrait(masking, settings.bodyLimit());
        this.settings = settings;
        this.sample = sample;
        this.portraits = new ExchangePortrait(masking, bodies);
        this.recorder = new StepRecorder(settings.bodies(), bodies);
    }

    /** Begins to note the messages of a context; to be called before it is initialised. */
    public void attach(CamelContext context, String integration, int version) {
        if (settings.enabled()) {
            context.getCamelContextExtension().addInterceptStrategy(recorder);
            context.addRoutePolicyFactory(policies(new Origin(integration, version)));
        }
    }

    private RoutePolicyFactory policies(Origin origin) {
        return new RoutePolicyFactory() {
            @Override
            public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
                return new Witnessing(origin, historyOf(origin.integration(), routeId));
            }
        };
    }

    private RouteHistory historyOf(String integration, String route) {
        return integrations
                .computeIfAbsent(integration, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        route,
                        id -> new RouteHistory(
                                settings.failed(), settings.slow(), settings.window(), System::nanoTime));
    }

    /**
     * The messages that are remembered, newest first; those of earlier processes from the durable sample.
     *
     * @param kind only those; null for all
     * @param route only those that began there; null for all
     */
    public List<RecordedExchange> list(String integration, @Nullable Kind kind, @Nullable String route, int limit) {
        Set<Long> seen = new HashSet<>();
        return Stream.concat(remembered(integration), sample.list(integration, kind, route, limit).stream())
                .filter(one -> kind == null || one.kind() == kind)
                .filter(one -> route == null || one.route().equals(route))
                .filter(one -> seen.add(one.id()))
                .sorted(Comparator.comparingLong(RecordedExchange::id).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<RecordedExchange> remembered(String integration) {
        return integrations.getOrDefault(integration, Map.of()).values().stream()
                .flatMap(route -> route.all().stream());
    }

    public Optional<RecordedExchange> find(String integration, long id) {
        return remembered(integration).filter(one -> one.id() == id).findFirst().or(() -> sample.find(integration, id));
    }

    /** Frees the memory of an integration that was removed; the durable sample keeps its messages for its time. */
    public void forget(String integration) {
        integrations.remove(integration);
    }

    @Override
    public void close() {
        sample.close();
    }

    /** Begins a message's journey at a route, and remembers it at its end if it is worth that. */
    private final class Witnessing extends RoutePolicySupport {

        private final Origin origin;
        private final RouteHistory history;

        Witnessing(Origin origin, RouteHistory history) {
            this.origin = origin;
            this.history = history;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            Journey.begin(route, exchange);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            Journey journey = Journey.endingAt(route, exchange);
            if (journey == null) {
                return;
            }
            long nanos = System.nanoTime() - journey.startedNanos();
            if (journey.failure(exchange) != null) {
                RecordedExchange failed = portraits.of(journey, route, exchange, origin, Kind.FAILED, nanos);
                history.addFailed(failed);
                sample.keep(failed);
            } else if (history.isSlow(nanos)) {
                RecordedExchange slow = portraits.of(journey, route, exchange, origin, Kind.SLOW, nanos);
                history.addSlow(slow, nanos);
                sample.keep(slow);
            } else if (sample.takes()) {
                sample.keep(portraits.of(journey, route, exchange, origin, Kind.SAMPLED, nanos));
            }
        }
    }
}
