package dev.serai.service.intelligence.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How far the level of the last readings has moved away from the level of many more (two exponentially weighted means). */
final class LevelShift implements Signal {

    private final double shortShare;
    private final double longShare;
    private double shortLevel;
    private double longLevel;
    private long seen;

    /**
     * @param shortSpan how many readings make the level now, about
     * @param longSpan how many make the level it is held against, about
     */
    LevelShift(int shortSpan, int longSpan) {
        this.shortShare = 2.0 / (shortSpan + 1);
        this.longShare = 2.0 / (longSpan + 1);
    }

    @Override
    public double next(long epochSecond, double value) {
        seen++;
        shortLevel += Math.max(shortShare, 1.0 / seen) * (value - shortLevel);
        longLevel += Math.max(longShare, 1.0 / seen) * (value - longLevel);
        return Math.abs(shortLevel - longLevel);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(shortLevel);
        out.writeDouble(longLevel);
        out.writeLong(seen);
    }

    @Override
    public void load(DataInput in) throws IOException {
        shortLevel = in.readDouble();
        longLevel = in.readDouble();
        seen = in.readLong();
    }
}
