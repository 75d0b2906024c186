package dev.serai.service.intelligence.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How rare a number is among the last ones: minus the decimal logarithm of the share of numbers that would be as large or larger, so that 3
 * is one in a thousand. Inside what was seen that is the rank; beyond, a generalised Pareto distribution is laid through the largest
 * excesses by its first two moments, as the theory of extreme values asks (Pickands 1975, Hosking and Wallis 1987; for streams: Siffer,
 * Fouque, Termier and Largouët, "Anomaly Detection in Streams with Extreme Value Theory", KDD 2017).
 */
final class TailSurprise {

    /** Of fewer numbers nothing can be said. */
    private static final int FEWEST = 20;

    /** The share of the numbers that is the tail, and the fewest that make one. */
    private static final double TAIL = 0.02;

    private static final int FEWEST_IN_TAIL = 10;

    /** The heaviest tail that is believed; its variance is just no longer finite. */
    private static final double HEAVIEST = 0.5;

    /** Excesses below this share of the range are rounding, not a tail. */
    private static final double FINEST = 1e-3;

    /** Room at the beginning; most series of a runtime stay short. */
    private static final int FIRST = 64;

    private final int memory;
    private double[] newest;
    private double[] sorted;
    private int count;
    private int oldest;

    /** @param memory how many numbers are remembered */
    TailSurprise(int memory) {
        this.memory = memory;
        this.newest = new double[Math.min(FIRST, memory)];
        this.sorted = new double[newest.length];
    }

    /** Tells how rare the number is, from those before it, and remembers it. */
    double next(double number) {
        double surprise = count < FEWEST ? 0 : of(number);
        remember(number);
        return surprise;
    }

    private double of(double number) {
        int tail = Math.min(count - 1, Math.max(FEWEST_IN_TAIL, (int) (TAIL * count)));
        double threshold = sorted[count - tail - 1];
        if (number <= threshold) {
            return Math.log10((count + 1.0) / (count - rank(number) + 1));
        }
        return Math.log10((double) count / tail) + beyond(number - threshold, threshold, tail);
    }

    /** The excesses are measured by the largest of them, so that the square of none is too large for a number. */
    private double beyond(double excess, double threshold, int tail) {
        double largest = sorted[count - 1] - threshold;
        double range = Math.max(Math.abs(threshold), sorted[count - 1] - sorted[0]);
        double finest = FINEST * range + Double.MIN_NORMAL;
        double sum = 0;
        double squares = 0;
        for (int i = count - tail; i < count && largest > 0; i++) {
            double one = (sorted[i] - threshold) / largest;
            sum += one;
            squares += one * one;
        }
        double mean = sum / tail;
        boolean flat = mean * largest < finest;
        return flat ? pareto(excess / finest, 1, 1) : pareto(excess / largest, mean, squares / tail - mean * mean);
    }

    private static double pareto(double excess, double mean, double variance) {
        double square = variance > 0 ? mean * mean / variance : 1;
        double shape = Math.min(HEAVIEST, Math.max(0, (1 - square) / 2));
        double ratio = excess / (mean * (1 - shape));
        return shape < 1e-6 ? ratio / Math.log(10) : Math.log10(1 + shape * ratio) / shape;
    }

    private void remember(double number) {
        if (count == newest.length && count < memory) {
            grow();
        }
        if (count == memory) {
            int at = rank(newest[oldest]);
            System.arraycopy(sorted, at + 1, sorted, at, count - at - 1);
            count--;
        }
        int at = rank(number);
        System.arraycopy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = number;
        count++;
        newest[oldest] = number;
        oldest = (oldest + 1) % memory;
    }

    /** Only while nothing was forgotten: what is remembered stands in order from the beginning. */
    private void grow() {
        int room = Math.min(memory, 2 * newest.length);
        newest = Arrays.copyOf(newest, room);
        sorted = Arrays.copyOf(sorted, room);
    }

    /** How many of the remembered numbers are smaller. */
    private int rank(double number) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(count);
        out.writeInt(oldest);
        for (int i = 0; i < count; i++) {
            out.writeDouble(newest[i]);
        }
    }

    void load(DataInput in) throws IOException {
        count = in.readInt();
        oldest = in.readInt();
        if (count < 0 || count > memory || oldest < 0 || oldest >= memory) {
            throw new IOException(count + " numbers are kept; expected up to " + memory);
        }
        newest = new double[Math.max(Math.min(FIRST, memory), count)];
        for (int i = 0; i < count; i++) {
            newest[i] = in.readDouble();
        }
        sorted = newest.clone();
        Arrays.sort(sorted, 0, count);
    }
}
