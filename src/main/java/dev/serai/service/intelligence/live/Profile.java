package dev.serai.service.intelligence.live;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Between which numbers the readings of each hour of a day, or of a week, lay the times before; older times fade. */
final class Profile {

    private static final long HOUR = 3_600;

    /** What the newest time has of the fading. */
    private static final double SHARE = 0.3;

    private final double[] low;
    private final double[] high;
    private final double[] formerLow;
    private final double[] formerHigh;
    private final long[] time;

    /** @param hours 24 for a day, 168 for a week */
    Profile(int hours) {
        low = new double[hours];
        high = new double[hours];
        formerLow = new double[hours];
        formerHigh = new double[hours];
        time = new long[hours];
        Arrays.fill(time, Long.MIN_VALUE);
        Arrays.fill(formerLow, Double.NaN);
    }

    void learn(long epochSecond, double value) {
        int hour = hour(epochSecond);
        long now = epochSecond / HOUR / low.length;
        if (time[hour] != now) {
            fade(hour);
            time[hour] = now;
            low[hour] = value;
            high[hour] = value;
        }
        low[hour] = Math.min(low[hour], value);
        high[hour] = Math.max(high[hour], value);
    }

    private void fade(int hour) {
        if (time[hour] == Long.MIN_VALUE) {
            return;
        }
        boolean first = Double.isNaN(formerLow[hour]);
        formerLow[hour] = first || low[hour] < formerLow[hour]
                ? low[hour]
                : formerLow[hour] + SHARE * (low[hour] - formerLow[hour]);
        formerHigh[hour] = first || high[hour] > formerHigh[hour]
                ? high[hour]
                : formerHigh[hour] + SHARE * (high[hour] - formerHigh[hour]);
    }

    /** What the times before brought at this hour; empty when there was none. */
    Optional<Range> range(long epochSecond) {
        int hour = hour(epochSecond);
        long now = epochSecond / HOUR / low.length;
        Optional<Range> former = Double.isNaN(formerLow[hour])
                ? Optional.empty()
                : Optional.of(new Range(formerLow[hour], formerHigh[hour]));
        if (time[hour] == Long.MIN_VALUE || time[hour] == now) {
            return former;
        }
        Range last = new Range(low[hour], high[hour]);
        return Optional.of(former.map(last::and).orElse(last));
    }

    private int hour(long epochSecond) {
        return (int) Math.floorMod(epochSecond / HOUR, (long) low.length);
    }

    void save(DataOutput out) throws IOException {
        for (int hour = 0; hour < low.length; hour++) {
            out.writeDouble(low[hour]);
            out.writeDouble(high[hour]);
            out.writeDouble(formerLow[hour]);
            out.writeDouble(formerHigh[hour]);
            out.writeLong(time[hour]);
        }
    }

    void load(DataInput in) throws IOException {
        for (int hour = 0; hour < low.length; hour++) {
            low[hour] = in.readDouble();
            high[hour] = in.readDouble();
            formerLow[hour] = in.readDouble();
            formerHigh[hour] = in.readDouble();
            time[hour] = in.readLong();
        }
    }
}
