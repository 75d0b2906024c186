package dev.serai.service.intelligence.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * How far a reading lies from what its hour of the week has brought so far. In the first week an hour knows only its own readings; later the
 * last few weeks count, the newest most.
 */
final class WeeklyProfile implements Signal {

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final int HOURS = 7 * 24;

    /** The least share of a new reading in the mean of its hour. */
    private static final double SHARE = 0.3;

    private final double[] mean = new double[HOURS];
    private final int[] seen = new int[HOURS];

    @Override
    public double next(long epochSecond, double value) {
        int hour = (int) Math.floorMod(epochSecond / HOUR, (long) HOURS);
        double off = seen[hour] == 0 ? 0 : Math.abs(value - mean[hour]);
        seen[hour]++;
        mean[hour] += Math.max(SHARE, 1.0 / seen[hour]) * (value - mean[hour]);
        return off;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (int hour = 0; hour < HOURS; hour++) {
            out.writeDouble(mean[hour]);
            out.writeInt(seen[hour]);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (int hour = 0; hour < HOURS; hour++) {
            mean[hour] = in.readDouble();
            seen[hour] = in.readInt();
        }
    }
}
