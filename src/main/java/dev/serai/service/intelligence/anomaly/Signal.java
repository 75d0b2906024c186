package dev.serai.service.intelligence.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One view of a series: a number that grows when the newest reading, or the last few, are not as the ones before. */
interface Signal {

    /**
     * Takes the next reading.
     *
     * @param epochSecond when it was made
     * @param value what was read; never NaN
     * @return in a unit of its own, which {@link TailSurprise} makes comparable
     */
    double next(long epochSecond, double value);

    /** Writes what was learned. */
    void save(DataOutput out) throws IOException;

    /** Goes on where another of its kind and size was saved. */
    void load(DataInput in) throws IOException;
}
