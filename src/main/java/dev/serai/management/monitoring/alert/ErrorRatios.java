package dev.serai.management.monitoring.alert;

import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.alert.Alert.Severity;
import dev.serai.management.monitoring.flow.ContextFlows;
import dev.serai.management.monitoring.flow.Samples.Span;
import dev.serai.management.monitoring.health.Durations;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Route;

/** Integrations that fail more of their messages than they may. */
final class ErrorRatios implements AlertSource {

    /** Of fewer messages no ratio is made. */
    private static final long FEWEST = 20;

    private final Duration window;

    ErrorRatios(Duration window) {
        this.window = window;
    }

    private record Ratio(String route, Span span) {

        long percent() {
            return span.failed() * 100 / Math.max(1, span.total());
        }
    }

    @Override
    public Stream<Condition> look(Situation situation) {
        return situation.running().stream().flatMap(one -> worst(one).stream().map(ratio -> condition(one, ratio)));
    }

    private Optional<Ratio> worst(RunningIntegration one) {
        return ContextFlows.of(one.context()).stream()
                .flatMap(flows -> one.context().getRoutes().stream().map(route -> ratio(flows, route)))
                .filter(ratio -> ratio.span.total() >= FEWEST && ratio.percent() >= one.errorPercent())
                .max(Comparator.comparing(Ratio::percent));
    }

    private Ratio ratio(ContextFlows flows, Route route) {
        return new Ratio(route.getRouteId(), flows.route(route.getRouteId()).since(window));
    }

    private Condition condition(RunningIntegration one, Ratio ratio) {
        return new Condition(
                one.critical() ? Severity.critical : Severity.warning,
                "errors",
                one.name(),
                one.name(),
                null,
                one.label() + ", route " + ratio.route + ": " + ratio.percent() + " % of " + ratio.span.total()
                        + " messages failed within " + Durations.text(window) + "; expected less than "
                        + one.errorPercent() + " %",
                "see: serai logs " + one.name() + "; bring the version before back with: serai rollback " + one.name());
    }
}
