package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Message history, {@code serai.history.*}.
 *
 * @param enabled see {@link #ENABLED}
 * @param failed see {@link #FAILED}
 * @param slow see {@link #SLOW}
 * @param window see {@link #WINDOW}
 * @param bodies see {@link #BODIES}
 * @param bodyLimit in bytes, see {@link #BODY_LIMIT}
 * @param mask see {@link #MASK}
 * @param sample the durable sample
 */
public record HistorySettings(
        boolean enabled,
        int failed,
        int slow,
        Duration window,
        boolean bodies,
        long bodyLimit,
        String mask,
        Sample sample) {

    public static final Key<Boolean> ENABLED = Key.of(
            "serai.history.enabled",
            Kind.FLAG,
            "true",
            "Whether the last failed and the slowest messages of each route are remembered",
            "false saves a few microseconds for each message");
    public static final Key<Integer> FAILED = Key.of(
            "serai.history.failed",
            Kind.count(1),
            "20",
            "How many failed messages of each route are remembered",
            "The oldest goes first; each takes some kilobytes");
    public static final Key<Integer> SLOW = Key.of(
            "serai.history.slow",
            Kind.count(1),
            "10",
            "How many of the slowest messages of each route are remembered",
            "The fastest of them goes first");
    public static final Key<Duration> WINDOW = Key.of(
            "serai.history.window",
            Kind.POSITIVE_DURATION,
            "15m",
            "How long a message counts among the slowest",
            "Longer keeps rare ones, shorter shows the present");
    public static final Key<Boolean> BODIES = Key.of(
            "serai.history.bodies",
            Kind.FLAG,
            "false",
            "Whether headers and body are taken before every step",
            "false takes them from the message as it came and as it ended; true costs time and memory for every message");
    public static final Key<Long> BODY_LIMIT = Key.of(
            "serai.history.body-limit", Kind.SIZE, "4KB", "How much of a body is remembered", "The rest is cut off");
    public static final Key<String> MASK = Key.of(
            "serai.history.mask",
            Kind.TEXT,
            "",
            "Further names of headers and fields whose values are masked, with commas between",
            "Passwords, tokens, keys, cookies, cards and IBANs always are");

    public static final List<Key<?>> KEYS = Stream.concat(
                    Stream.of(ENABLED, FAILED, SLOW, WINDOW, BODIES, BODY_LIMIT, MASK), Sample.KEYS.stream())
            .toList();

    /**
     * The durable sample.
     *
     * @param durable see {@link #DURABLE}
     * @param ratio see {@link #RATIO}
     * @param retention see {@link #RETENTION}
     * @param most see {@link #MOST}
     */
    public record Sample(boolean durable, double ratio, Duration retention, int most) {

        public static final Key<Boolean> DURABLE = Key.of(
                "serai.history.durable",
                Kind.FLAG,
                "false",
                "Whether remembered messages, and a sample of all others, are also kept in the store",
                "They then survive a restart; masked and cut off as in memory");
        public static final Key<Double> RATIO = Key.of(
                "serai.history.sample-ratio",
                Kind.RATIO,
                "0.001",
                "Share of all messages that the durable sample takes",
                "0 keeps the failed and slow ones alone");
        public static final Key<Duration> RETENTION = Key.of(
                "serai.history.retention",
                Kind.POSITIVE_DURATION,
                "7d",
                "How long the durable sample is kept",
                "Older ones are deleted");
        public static final Key<Integer> MOST = Key.of(
                "serai.history.most",
                Kind.count(1),
                "10000",
                "How many messages the durable sample holds",
                "The oldest are deleted first");

        static final List<Key<?>> KEYS = List.of(DURABLE, RATIO, RETENTION, MOST);

        public Sample {
            RATIO.check(ratio);
            RETENTION.check(retention);
            MOST.check(most);
        }

        static Sample from(Values values) {
            return new Sample(values.get(DURABLE), values.get(RATIO), values.get(RETENTION), values.get(MOST));
        }
    }

    public HistorySettings {
        FAILED.check(failed);
        SLOW.check(slow);
        WINDOW.check(window);
        BODY_LIMIT.check(bodyLimit);
    }

    public static HistorySettings from(Values values) {
        return new HistorySettings(
                values.get(ENABLED),
                values.get(FAILED),
                values.get(SLOW),
                values.get(WINDOW),
                values.get(BODIES),
                values.get(BODY_LIMIT),
                values.get(MASK),
                Sample.from(values));
    }
}
