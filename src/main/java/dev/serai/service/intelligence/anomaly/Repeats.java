package dev.serai.service.intelligence.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Tells an anomaly once: what follows within some readings and is not stranger than it is held down, as it is the same anomaly. */
final class Repeats {

    private final int hold;
    private final double loud;
    private double loudest;
    private long since;

    /**
     * @param hold for how many readings an anomaly is the same
     * @param loud the strangeness from which on others are held down, and to which they are
     */
    Repeats(int hold, double loud) {
        this.hold = hold;
        this.loud = loud;
        this.since = hold;
    }

    double next(double strangeness) {
        since++;
        if (since < hold && strangeness <= loudest) {
            return Math.min(strangeness, loud);
        }
        if (strangeness >= loud) {
            loudest = strangeness;
            since = 0;
        }
        return strangeness;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(loudest);
        out.writeLong(since);
    }

    void load(DataInput in) throws IOException {
        loudest = in.readDouble();
        since = in.readLong();
    }
}
