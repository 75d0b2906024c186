package dev.serai.management.monitoring.metrics;

import dev.serai.foundation.Latencies;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The values of one scrape. */
public final class Samples {

    /** The bounds of a histogram, in seconds. */
    private static final double[] BOUNDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, Double.POSITIVE_INFINITY
    };

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<Metric, List<DataPointSnapshot>> points = new EnumMap<>(Metric.class);

    /** Where values come from; asked at each scrape, so it must be quick. */
    @FunctionalInterface
    public interface Source {
        void addTo(Samples samples);
    }

    /** @param labels values in the order of the metric's names */
    public void add(Metric metric, double value, String... labels) {
        Labels named = named(metric, labels);
        DataPointSnapshot point =
                switch (metric.type()) {
                    case COUNTER -> new CounterDataPointSnapshot(value, named, null, 0);
                    case GAUGE -> new GaugeDataPointSnapshot(value, named, null);
                    case INFO -> new InfoDataPointSnapshot(named);
                    case SUMMARY, HISTOGRAM -> throw new IllegalArgumentException(metric + " is more than one value");
                };
        points(metric).add(point);
    }

    /** One value for each integration. */
    public void addAll(Metric metric, Map<String, ? extends Number> byName) {
        byName.forEach((name, value) -> add(metric, value.doubleValue(), name));
    }

    /** A count and the sum of what was counted. */
    void addSummary(Metric metric, long count, double sum, String... labels) {
        points(metric)
                .add(new SummaryDataPointSnapshot(
                        count, sum, Quantiles.EMPTY, named(metric, labels), Exemplars.EMPTY, 0));
    }

    /**
     * A histogram of durations.
     *
     * @param latencies as {@link Latencies} counts them
     * @param nanos their sum
     */
    public void addLatencies(Metric metric, long[] latencies, long nanos, String... labels) {
        points(metric)
                .add(new HistogramDataPointSnapshot(
                        ClassicHistogramBuckets.of(BOUNDS, inBounds(latencies)),
                        nanos / NANOS,
                        named(metric, labels),
                        Exemplars.EMPTY,
                        0));
    }

    private static long[] inBounds(long[] latencies) {
        long[] counts = new long[BOUNDS.length];
        long below = 0;
        for (int i = 0; i < BOUNDS.length; i++) {
            boolean open = i == BOUNDS.length - 1;
            long upTo = open ? Arrays.stream(latencies).sum() : Latencies.below(latencies, (long) (BOUNDS[i] * NANOS));
            counts[i] = upTo - below;
            below = upTo;
        }
        return counts;
    }

    private List<DataPointSnapshot> points(Metric metric) {
        return points.computeIfAbsent(metric, none -> new ArrayList<>());
    }

    private static Labels named(Metric metric, String[] values) {
        return Labels.of(metric.labels().toArray(String[]::new), values);
    }

    MetricSnapshots snapshots() {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        points.forEach((metric, values) -> snapshots.add(snapshot(metric, values)));
        return new MetricSnapshots(snapshots);
    }

    private static MetricSnapshot snapshot(Metric metric, List<DataPointSnapshot> values) {
        MetricMetadata about = new MetricMetadata(metric.base(), metric.help());
        return switch (metric.type()) {
            case COUNTER -> new CounterSnapshot(about, of(values, CounterDataPointSnapshot.class));
            case GAUGE -> new GaugeSnapshot(about, of(values, GaugeDataPointSnapshot.class));
            case INFO -> new InfoSnapshot(about, of(values, InfoDataPointSnapshot.class));
            case SUMMARY -> new SummarySnapshot(about, of(values, SummaryDataPointSnapshot.class));
            case HISTOGRAM -> new HistogramSnapshot(about, of(values, HistogramDataPointSnapshot.class));
        };
    }

    private static <T> Collection<T> of(List<DataPointSnapshot> values, Class<T> type) {
        return values.stream().map(type::cast).toList();
    }
}
