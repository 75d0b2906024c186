package dev.serai.management.monitoring.metrics;

import dev.serai.foundation.IntegrationChange;
import dev.serai.foundation.IntegrationChange.Kind;
import dev.serai.foundation.Tally;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Counts what becomes of the integrations. */
public final class ChangeTallies implements Consumer<IntegrationChange>, Samples.Source {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<Kind, Tally> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Tally> nanos = new EnumMap<>(Kind.class);

    public ChangeTallies() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new Tally());
            nanos.put(kind, new Tally());
        }
    }

    @Override
    public void accept(IntegrationChange change) {
        String name = change.integration();
        if (change.kind() == Kind.REMOVED) {
            counts.values().forEach(tally -> tally.forget(name));
            nanos.values().forEach(tally -> tally.forget(name));
            return;
        }
        of(change.kind()).count(name);
        nanos(change.kind()).count(name, change.took().toNanos());
    }

    /** Lets the counts of an integration stand at 0 until something becomes of it. */
    public void know(String integration) {
        counts.values().forEach(tally -> tally.know(integration));
        nanos.values().forEach(tally -> tally.know(integration));
    }

    private Tally of(Kind kind) {
        return counts.getOrDefault(kind, new Tally());
    }

    private Tally nanos(Kind kind) {
        return nanos.getOrDefault(kind, new Tally());
    }

    @Override
    public void addTo(Samples samples) {
        samples.addAll(Metric.DEPLOYMENTS, of(Kind.DEPLOYED).counts());
        samples.addAll(Metric.REFUSALS, of(Kind.REFUSED).counts());
        samples.addAll(Metric.ROLLBACKS, of(Kind.ROLLED_BACK).counts());
        samples.addAll(Metric.PROMOTIONS, of(Kind.PROMOTED).counts());
        samples.addAll(Metric.TAKEBACKS, of(Kind.TAKEN_BACK).counts());
        samples.addAll(Metric.START_FAILURES, of(Kind.FAILED).counts());
        addDurations(samples, Metric.DEPLOYMENT_DURATION, Kind.DEPLOYED);
        addDurations(samples, Metric.SWITCH_DURATION, Kind.SWITCHED);
    }

    private void addDurations(Samples samples, Metric metric, Kind kind) {
        Map<String, Long> times = of(kind).counts();
        nanos(kind)
                .counts()
                .forEach((name, sum) -> samples.addSummary(metric, times.getOrDefault(name, 0L), sum / NANOS, name));
    }
}
