package dev.serai.service.intelligence.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The mean of the last readings: a level that was never so high, or so low when the sign is turned, is unusual in itself. */
final class MovingMean implements Signal {

    private final double[] last;
    private final int sign;
    private double sum;
    private int seen;
    private int at;

    /**
     * @param readings how many make the mean
     * @param sign 1 to find high levels, -1 to find low ones
     */
    MovingMean(int readings, int sign) {
        this.last = new double[readings];
        this.sign = sign;
    }

    @Override
    public double next(long epochSecond, double value) {
        sum += value - last[at];
        last[at] = value;
        at = (at + 1) % last.length;
        seen = Math.min(seen + 1, last.length);
        if (at == 0) {
            sum = exactSum();
        }
        return sign * sum / seen;
    }

    /** Once a round, so that what adding and taking away loses does not pile up. */
    private double exactSum() {
        double exact = 0;
        for (double value : last) {
            exact += value;
        }
        return exact;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(sum);
        out.writeInt(seen);
        out.writeInt(at);
        for (double value : last) {
            out.writeDouble(value);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        sum = in.readDouble();
        seen = in.readInt();
        at = in.readInt();
        for (int i = 0; i < last.length; i++) {
            last[i] = in.readDouble();
        }
    }
}
