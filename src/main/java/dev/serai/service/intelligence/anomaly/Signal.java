package dev.serai.service.intelligence.anomaly;

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
}
