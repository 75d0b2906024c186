package dev.serai.engine.enterprise.event;

import java.time.Duration;

/**
 * How long events stay and how often other runtimes' events are looked for.
 *
 * @param keepSeen an event that every subscriber has seen is deleted this long after it was published; until then a new subscriber with
 *     {@code from=earliest} still gets it
 * @param keep an event is deleted after this, whoever has not seen it
 * @param poll how often the topics are compared with the subscriptions, for events of other runtimes; those of this one arrive at once
 */
public record EventSettings(Duration keepSeen, Duration keep, Duration poll) {

    public static final EventSettings DEFAULT =
            new EventSettings(Duration.ofHours(1), Duration.ofDays(7), Duration.ofSeconds(1));

    public EventSettings {
        if (keepSeen.isNegative() || keep.compareTo(keepSeen) < 0 || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("events: keepSeen is " + keepSeen + ", keep " + keep + ", poll " + poll
                    + "; expected 0 <= keepSeen <= keep and poll > 0");
        }
    }
}
