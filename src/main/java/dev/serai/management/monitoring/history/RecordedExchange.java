package dev.serai.management.monitoring.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way through a route and all that it called, as it is shown: masked and cut off.
 *
 * @param id its number, which grows with time, also across restarts
 * @param exchangeId Camel's id
 * @param integration the integration
 * @param route the route at which the message began
 * @param version the version that processed it
 * @param kind why it is remembered
 * @param startedAt when it began
 * @param durationMillis how long it took
 * @param traceId its W3C trace; null when it has none
 * @param cause why it failed; null when it did not
 * @param stepCount all its steps, also those behind the first {@link Journey#MOST_STEPS}
 * @param steps from what came in to what went out
 */
public record RecordedExchange(
        long id,
        String exchangeId,
        String integration,
        String route,
        int version,
        Kind kind,
        Instant startedAt,
        double durationMillis,
        @Nullable String traceId,
        @Nullable String cause,
        int stepCount,
        List<Step> steps) {

    /** Why a message is remembered. */
    public enum Kind {
        /** It, or a piece of it, could not be delivered. */
        FAILED,
        /** It was among the slowest. */
        SLOW,
        /** The durable sample took it. */
        SAMPLED
    }

    /**
     * One step.
     *
     * @param route the route it stands in
     * @param node its id there; {@code from} for what came in, {@code end} for what was there at the end
     * @param label what it does
     * @param startedMillis when it began, from the start of the message
     * @param durationMillis how long it took with all steps inside it; negative when it had not ended
     * @param failed whether an exception left it
     * @param headers headers before it; empty when they were not taken
     * @param body body before it; null when it was not taken
     */
    public record Step(
            String route,
            String node,
            String label,
            double startedMillis,
            double durationMillis,
            boolean failed,
            Map<String, String> headers,
            @Nullable String body) {}

    public RecordedExchange {
        steps = List.copyOf(steps);
    }
}
