package dev.serai.service.intelligence.live;

import java.util.Arrays;
import java.util.Optional;

/** What is measured of a route or a connection, and how far it may move without being worth a look. */
public enum Measure {
    /** How long no message was done. */
    SILENCE("silence", "s", Family.TRAFFIC, Side.HIGH, 1.5),
    THROUGHPUT("throughput", "messages/s", Family.TRAFFIC, Side.BOTH, 0.5),
    LATENCY_P95("latency-p95", "ms", Family.LATENCY, Side.HIGH, 0.5),
    LATENCY_P50("latency-p50", "ms", Family.LATENCY, Side.HIGH, 0.5),
    ERROR_RATIO("error-ratio", "", Family.ERRORS, Side.HIGH, 0),
    MESSAGE_SIZE("message-size", "bytes", Family.SIZE, Side.BOTH, 0.5),
    QUEUE_LAG("queue-lag", "messages", Family.LAG, Side.HIGH, 1);

    /** Measures that tell of the same thing: of these one anomaly is open at a time. */
    enum Family {
        TRAFFIC,
        LATENCY,
        ERRORS,
        SIZE,
        LAG
    }

    /** On which side of the expected range a reading is an anomaly. */
    enum Side {
        HIGH,
        BOTH
    }

    /** Messages that a time or a size is made of at least. */
    static final int FEWEST = 5;

    /** Messages that a ratio of failures is made of at least: one failure of a few is no burst. */
    static final int FEWEST_OF_ERRORS = 20;

    private static final double FEW_MILLIS = 5;
    private static final double FEW_FAILURES = 0.05;
    private static final double FEW_BYTES = 64;
    private static final double FEW_WAITING = 20;
    private static final double FEW_BUCKETS = 3;

    private final String word;
    private final String unit;
    private final Family family;
    private final Side side;
    private final double share;

    Measure(String word, String unit, Family family, Side side, double share) {
        this.word = word;
        this.unit = unit;
        this.family = family;
        this.side = side;
        this.share = share;
    }

    /** As it is called in the API: {@code latency-p95}. */
    public String word() {
        return word;
    }

    /** Empty for a ratio. */
    public String unit() {
        return unit;
    }

    /** The measure of a word; empty when there is none. */
    public static Optional<Measure> ofWord(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word.equals(word))
                .findFirst();
    }

    Family family() {
        return family;
    }

    boolean isLowAnAnomaly() {
        return side == Side.BOTH;
    }

    /** Whether what has lasted for long becomes the expected; failures and silence never do. */
    boolean becomesUsual() {
        return this != SILENCE && this != ERROR_RATIO;
    }

    /** How far from its middle a reading may lie in any case. */
    double margin(double middle, double bucketSeconds) {
        return Math.max(share * Math.abs(middle), few(bucketSeconds));
    }

    private double few(double bucketSeconds) {
        return switch (this) {
            case SILENCE -> FEW_BUCKETS * bucketSeconds;
            case THROUGHPUT -> FEWEST / bucketSeconds;
            case LATENCY_P50, LATENCY_P95 -> FEW_MILLIS;
            case ERROR_RATIO -> FEW_FAILURES;
            case MESSAGE_SIZE -> FEW_BYTES;
            case QUEUE_LAG -> FEW_WAITING;
        };
    }
}
