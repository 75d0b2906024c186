package dev.serai.console.api;

import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.monitoring.history.MessageHistory;
import dev.serai.management.monitoring.history.RecordedExchange;
import dev.serai.management.monitoring.history.RecordedExchange.Kind;
import dev.serai.management.monitoring.history.RecordedExchange.Step;
import dev.serai.management.security.Permission;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /integrations/NAME/exchanges}: messages that failed or were slow, with every step. */
public final class ExchangeResource implements Resource {

    private static final List<String> KINDS = Arrays.stream(Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;

    private final IntegrationManager integrations;
    private final MessageHistory history;

    public ExchangeResource(IntegrationManager integrations, MessageHistory history) {
        this.integrations = integrations;
        this.history = history;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/integrations/{name}/exchanges",
                        Permission.READ_MESSAGES,
                        this::list,
                        "kind",
                        "route",
                        "limit"),
                Route.get("/integrations/{name}/exchanges/{id}", Permission.READ_MESSAGES, this::show));
    }

    private Answer list(Call call) {
        String name = known(call);
        Kind kind = call.query("kind").map(ExchangeResource::kind).orElse(null);
        int limit = call.query("limit").map(seen -> Call.number("limit", seen)).orElse(DEFAULT_LIMIT);
        return Answer.json(history.list(name, kind, call.query("route").orElse(null), Math.min(MOST, limit)).stream()
                .map(Summary::of)
                .toList());
    }

    private Answer show(Call call) {
        String name = known(call);
        long id = Call.longNumber("the message", call.name("id"));
        return history.find(name, id)
                .map(found -> Answer.json(Whole.of(found)))
                .orElseThrow(() -> Problem.notFound(
                        name + " remembers no message " + id + "; newer ones may have taken its place",
                        "see: serai messages list " + name));
    }

    private static Kind kind(String seen) {
        if (!KINDS.contains(seen.toLowerCase(Locale.ROOT))) {
            throw Problem.badRequest(
                    "the kind \"" + seen + "\" is unknown",
                    Hint.nearest(seen, KINDS, "the kinds are " + String.join(", ", KINDS)));
        }
        return Kind.valueOf(seen.toUpperCase(Locale.ROOT));
    }

    /** An integration that is there, or was. */
    private String known(Call call) {
        String name = call.name("name");
        if (integrations.status(name).isEmpty() && integrations.history(name).isEmpty()) {
            throw Problem.noIntegration(name, integrations);
        }
        return name;
    }

    private record Summary(
            long id,
            String exchangeId,
            String route,
            int version,
            Kind kind,
            Instant startedAt,
            double durationMillis,
            @Nullable String traceId,
            @Nullable String cause,
            int stepCount) {

        static Summary of(RecordedExchange one) {
            return new Summary(
                    one.id(),
                    one.exchangeId(),
                    one.route(),
                    one.version(),
                    one.kind(),
                    one.startedAt(),
                    one.durationMillis(),
                    one.traceId(),
                    one.cause(),
                    one.stepCount());
        }
    }

    private record Whole(
            long id,
            String exchangeId,
            String route,
            int version,
            Kind kind,
            Instant startedAt,
            double durationMillis,
            @Nullable String traceId,
            @Nullable String cause,
            int stepCount,
            List<Step> steps) {

        static Whole of(RecordedExchange one) {
            return new Whole(
                    one.id(),
                    one.exchangeId(),
                    one.route(),
                    one.version(),
                    one.kind(),
                    one.startedAt(),
                    one.durationMillis(),
                    one.traceId(),
                    one.cause(),
                    one.stepCount(),
                    one.steps());
        }
    }
}
