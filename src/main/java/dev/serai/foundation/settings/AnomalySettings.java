package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * What is unusual, while it happens, {@code serai.anomaly.*}.
 *
 * @param enabled see {@link #ENABLED}
 * @param interval see {@link #INTERVAL}
 * @param learning see {@link #LEARNING}
 * @param mostSeries see {@link #MOST_SERIES}
 * @param notices see {@link #NOTIFY}
 * @param maintenance see {@link #MAINTENANCE}
 */
public record AnomalySettings(
        boolean enabled, Duration interval, int learning, int mostSeries, String notices, Windows maintenance) {

    public static final Key<Boolean> ENABLED = Key.of(
            "serai.anomaly.enabled",
            Kind.FLAG,
            "true",
            "Whether routes and connections are watched for what is unusual",
            "Without it serai anomaly list stays empty; what was learned is kept");
    public static final Key<Duration> INTERVAL = Key.of(
            "serai.anomaly.interval",
            Kind.POSITIVE_DURATION,
            "1m",
            "Length of the buckets of time that are judged",
            "An anomaly is told two to three buckets after it began; what was learned with another length is not used");
    public static final Key<Integer> LEARNING = Key.of(
            "serai.anomaly.learning",
            Kind.count(20),
            "120",
            "Readings of a series that are only learned from",
            "More means fewer false alarms about routes that are new; nothing is told of them until then");
    public static final Key<Integer> MOST_SERIES = Key.of(
            "serai.anomaly.most-series",
            Kind.count(1),
            "500",
            "How many series are watched, some seven for each busy route and five for each connection",
            "Each takes up to 200 KB of memory; routes that come later are not watched");
    public static final Key<String> NOTIFY = Key.of(
            "serai.anomaly.notify",
            Kind.TEXT,
            "",
            "Camel endpoints, separated by blanks, that are sent each anomaly when it begins and when it ends",
            "Such as https://hooks.example.org/ops, ops-queue:anomalies of a connection, or event:anomalies; what"
                    + " is not taken is sent again");
    public static final Key<Windows> MAINTENANCE = Key.of(
            "serai.anomaly.maintenance",
            Kind.WINDOWS,
            "",
            "Times at which nothing is told and nothing is learned, such as Sun 02:00-04:00, 23:30-00:15",
            "By the clock of the machine; for a single time see serai anomaly mute");

    public static final List<Key<?>> KEYS = List.of(ENABLED, INTERVAL, LEARNING, MOST_SERIES, NOTIFY, MAINTENANCE);

    public AnomalySettings {
        INTERVAL.check(interval);
        LEARNING.check(learning);
        MOST_SERIES.check(mostSeries);
    }

    public static AnomalySettings from(Values values) {
        return new AnomalySettings(
                values.get(ENABLED),
                values.get(INTERVAL),
                values.get(LEARNING),
                values.get(MOST_SERIES),
                values.get(NOTIFY),
                values.get(MAINTENANCE));
    }
}
