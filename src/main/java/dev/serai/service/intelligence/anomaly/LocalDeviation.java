package dev.serai.service.intelligence.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How far a reading lies from the level of the last readings (an exponentially weighted mean). */
final class LocalDeviation implements Signal {

    private final double share;
    private double level = Double.NaN;

    /** @param span how many readings make the level, about */
    LocalDeviation(int span) {
        this.share = 2.0 / (span + 1);
    }

    @Override
    public double next(long epochSecond, double value) {
        if (Double.isNaN(level)) {
            level = value;
        }
        double off = value - level;
        level += share * off;
        return Math.abs(off);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(level);
    }

    @Override
    public void load(DataInput in) throws IOException {
        level = in.readDouble();
    }
}
