package dev.serai.service.intelligence.live;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The last readings: their middle, their noise from one to the next, their largest. */
final class Recent {

    private static final int SPAN = 120;

    /** A median of absolute differences by this is a standard deviation, of normally distributed readings. */
    private static final double TO_DEVIATION = 1.4826 / Math.sqrt(2);

    private final double[] last = new double[SPAN];
    private int count;
    private int at;

    void add(double value) {
        last[at] = value;
        at = (at + 1) % SPAN;
        count = Math.min(count + 1, SPAN);
    }

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    double middle() {
        return median(Arrays.copyOf(last, count));
    }

    /** By the differences between neighbours: a slow change is no noise. */
    double noise() {
        double[] differences = new double[Math.max(1, count - 1)];
        int oldest = count < SPAN ? 0 : at;
        for (int i = 1; i < count; i++) {
            differences[i - 1] = Math.abs(last[(oldest + i) % SPAN] - last[(oldest + i - 1) % SPAN]);
        }
        return TO_DEVIATION * median(differences);
    }

    double largest() {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, last[i]);
        }
        return largest;
    }

    void copy(Recent other) {
        System.arraycopy(other.last, 0, last, 0, SPAN);
        count = other.count;
        at = other.at;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(count);
        out.writeInt(at);
        for (double value : last) {
            out.writeDouble(value);
        }
    }

    void load(DataInput in) throws IOException {
        count = in.readInt();
        at = in.readInt();
        if (count < 0 || count > SPAN || at < 0 || at >= SPAN) {
            throw new IOException(count + " readings are kept; expected up to " + SPAN);
        }
        for (int i = 0; i < SPAN; i++) {
            last[i] = in.readDouble();
        }
    }
}
