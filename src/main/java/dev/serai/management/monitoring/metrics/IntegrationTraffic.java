package dev.serai.management.monitoring.metrics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes through one integration. A message begins where it enters the integration and ends when its first route has ended; a piece of a
 * split message that is sent to a route is a message of its own. Rates, the error ratio and times are those of the last minute.
 *
 * @param integration its name
 * @param version number of the version that was started last; null when none runs
 * @param total messages since the process began
 * @param failed those of them that failed, dead letters included
 * @param inFlight messages that are on their way now
 * @param perSecond messages a second
 * @param errorRatio failed messages by all, 0 to 1
 * @param meanMillis mean time of a message
 * @param p50Millis the time that half of the messages stay below
 * @param p95Millis the time that 95 % stay below
 * @param p99Millis the time that 99 % stay below
 * @param lastExchangeAt when the last message ended; null when none did
 * @param series the last five minutes
 * @param routes the routes of the versions that run
 */
public record IntegrationTraffic(
        String integration,
        @Nullable Integer version,
        long total,
        long failed,
        long inFlight,
        double perSecond,
        double errorRatio,
        double meanMillis,
        double p50Millis,
        double p95Millis,
        double p99Millis,
        @Nullable Instant lastExchangeAt,
        Series series,
        List<Route> routes) {

    public IntegrationTraffic {
        routes = List.copyOf(routes);
    }

    /**
     * Samples of the last five minutes, the newest last.
     *
     * @param stepSeconds time between two samples
     * @param perSecond messages a second
     * @param failedPerSecond failed messages a second
     * @param p95Millis the time that 95 % stay below; 0 in a step without a message
     */
    public record Series(int stepSeconds, double[] perSecond, double[] failedPerSecond, double[] p95Millis) {}

    /**
     * What goes through one route, counted as Camel counts it: a failure that became a dead letter is handled, not failed.
     *
     * @param id its id
     * @param total exchanges since the version began
     * @param failed those of them that failed
     * @param inFlight exchanges that are in the route now
     * @param meanMillis mean time since the version began
     * @param lastExchangeAt when the last one ended; null when none did
     */
    public record Route(
            String id,
            long total,
            long failed,
            long inFlight,
            double meanMillis,
            @Nullable Instant lastExchangeAt) {}
}
