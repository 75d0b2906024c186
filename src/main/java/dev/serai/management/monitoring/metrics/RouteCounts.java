package dev.serai.management.monitoring.metrics;

import dev.serai.foundation.Latencies;
import java.util.Map;

/**
 * Where the counters of one route of a running version stand. They begin at zero with the version.
 *
 * @param integration its integration
 * @param version that integration's version
 * @param route its id
 * @param total exchanges that it was done with
 * @param lost those of them that failed or were kept as dead letters
 * @param latencies durations by bucket of {@link Latencies}
 * @param bytes the sizes, together, of those messages whose size was looked at
 * @param sized how many these were
 * @param clients whom those messages of the last bucket came from that were looked at
 */
public record RouteCounts(
        String integration,
        int version,
        String route,
        long total,
        long lost,
        long[] latencies,
        long bytes,
        long sized,
        Map<String, Long> clients) {

    static RouteCounts of(String integration, int version, RouteMeter meter) {
        MessageSamples samples = meter.samples();
        return new RouteCounts(
                integration,
                version,
                meter.route(),
                meter.total(),
                meter.lost(),
                meter.latencies(),
                samples.bytes(),
                samples.messages(),
                samples.begin());
    }
}
