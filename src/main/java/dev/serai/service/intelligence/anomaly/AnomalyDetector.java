package dev.serai.service.intelligence.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Scores a series while it comes in. Several signals look at it, each judges by its own past how rare its newest number is, and what most of
 * them find, or one of them finds clearly, is an anomaly. There is nothing to set for a series: its scale, level, noise and weekly rhythm are
 * learned. Memory is bounded, and a score never depends on a later reading. Not safe for threads; one detector for each series.
 */
public final class AnomalyDetector {

    /** From here on a score means an anomaly that a person should look at. */
    public static final double ANOMALY = 0.5;

    /** How many numbers each signal remembers: two weeks of readings every five minutes. */
    private static final int MEMORY = 4_000;

    /** One signal alone cannot be surer than one in a hundred million. */
    private static final double SUREST = 8;

    /** How strange all signals together must be for a score of {@link #ANOMALY}. */
    private static final double STRANGE = 3;

    private static final double LOUD = STRANGE / 2;
    private static final int HOLD = 100;

    /** What is larger is no reading: sums of it would be infinite. */
    private static final double LARGEST = 1e300;

    private final List<Watch> watches;
    private final Repeats repeats = new Repeats(HOLD, LOUD);

    public AnomalyDetector() {
        this(MEMORY);
    }

    /** @param memory how many numbers each signal remembers: 80 bytes for each of them */
    public AnomalyDetector(int memory) {
        watches = List.of(
                new Watch(new WeeklyProfile(), memory),
                new Watch(new LocalDeviation(100), memory),
                new Watch(new LevelShift(20, 400), memory),
                new Watch(new MovingMean(300, 1), memory),
                new Watch(new MovingMean(300, -1), memory));
    }

    private record Watch(Signal signal, TailSurprise surprise) {

        Watch(Signal signal, int memory) {
            this(signal, new TailSurprise(memory));
        }

        double next(long epochSecond, double value) {
            return Math.min(SUREST, surprise.next(signal.next(epochSecond, value)));
        }
    }

    /**
     * Takes the next reading.
     *
     * @param epochSecond when it was made, in seconds since 1970 by the clock whose days and weeks the series follows
     * @param value what was read; NaN or infinite for a reading that is missing, which is left out
     * @return how anomalous it is, 0 to 1; 0 for a missing reading and for the first twenty
     */
    public double score(long epochSecond, double value) {
        return isMissing(value) ? 0 : told(repeats.next(strangeness(epochSecond, value)));
    }

    /**
     * Takes the next reading as {@link #score} does, but tells an anomaly for as long as it lasts: for whoever knows by himself that it is
     * the same one. A detector is asked either this or that.
     */
    public double lastingScore(long epochSecond, double value) {
        return isMissing(value) ? 0 : told(strangeness(epochSecond, value));
    }

    private static boolean isMissing(double value) {
        return Double.isNaN(value) || Math.abs(value) > LARGEST;
    }

    private static double told(double strangeness) {
        return strangeness / (strangeness + STRANGE);
    }

    /** Writes all that was learned. */
    public void save(DataOutput out) throws IOException {
        for (Watch watch : watches) {
            watch.signal.save(out);
            watch.surprise.save(out);
        }
        repeats.save(out);
    }

    /**
     * Goes on where a detector with the same memory was saved: from here on the scores are those that it would have given.
     *
     * @throws IOException when that is not what was written; this detector is of no use then
     */
    public void load(DataInput in) throws IOException {
        for (Watch watch : watches) {
            watch.signal.load(in);
            watch.surprise.load(in);
        }
        repeats.load(in);
    }

    private double strangeness(long epochSecond, double value) {
        double most = 0;
        double sum = 0;
        for (Watch watch : watches) {
            double surprise = watch.next(epochSecond, value);
            most = Math.max(most, surprise);
            sum += surprise;
        }
        return most / 2 + sum / watches.size();
    }
}
