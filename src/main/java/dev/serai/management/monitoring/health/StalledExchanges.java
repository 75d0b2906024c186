package dev.serai.management.monitoring.health;

import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.ContextFlows;
import dev.serai.management.monitoring.flow.Elders;
import dev.serai.management.monitoring.flow.Elders.Stalled;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Route;

/** Exchanges under way that do nothing: a step that blocks for ever, threads that wait for each other. */
final class StalledExchanges implements ProgressCheck {

    private List<Stalled> stalled = List.of();

    @Override
    public void begin(RunningIntegration integration) {
        stalled = ContextFlows.of(integration.context())
                .map(flows -> look(flows.elders(), integration))
                .orElse(List.of());
    }

    private static List<Stalled> look(Elders elders, RunningIntegration integration) {
        return elders.look(integration.context().getInflightRepository(), integration.stalledAfter());
    }

    @Override
    public Optional<String> problem(RunningIntegration integration, Route route) {
        List<Stalled> here = stalled.stream()
                .filter(one -> route.getRouteId().equals(one.fromRoute()))
                .toList();
        return here.stream()
                .max(Comparator.comparing(Stalled::still))
                .map(longest -> sentence(here.size(), longest, integration.stalledAfter()));
    }

    private static String sentence(int number, Stalled longest, Duration limit) {
        String where = longest.node().isEmpty() ? "" : " at step " + longest.node();
        String route = longest.atRoute().isEmpty() || longest.atRoute().equals(longest.fromRoute())
                ? ""
                : " of route " + longest.atRoute();
        return (number == 1 ? "1 exchange makes" : number + " exchanges make") + " no progress, the longest for "
                + Durations.text(longest.still()) + where + route + " (exchange " + longest.exchangeId()
                + "); expected a sign within " + Durations.text(limit);
    }
}
