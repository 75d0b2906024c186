package dev.serai.foundation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in buckets an eighth of a power of two wide, from a microsecond to an hour: every percentile is known to within 7 %, for
 * 2 KB and one atomic increment. HdrHistogram, whose layout this is, keeps three copies of itself for its readers.
 */
public final class Latencies {

    /** How many buckets there are. */
    public static final int BUCKETS = 240;

    private static final int UNIT_BITS = 10;
    private static final int PARTS_BITS = 3;
    private static final int PARTS = 1 << PARTS_BITS;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    public void record(long nanos) {
        counts.incrementAndGet(bucket(nanos));
    }

    /** What was counted so far, bucket by bucket. */
    public long[] counts() {
        long[] counted = new long[BUCKETS];
        addTo(counted);
        return counted;
    }

    /** Adds what was counted so far, bucket by bucket. */
    public void addTo(long[] sums) {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            sums[bucket] += counts.get(bucket);
        }
    }

    /** The bucket that a duration falls into. */
    public static int bucket(long nanos) {
        long units = Math.max(0, nanos) >>> UNIT_BITS;
        if (units < PARTS) {
            return (int) units;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(units);
        int part = (int) (units >>> (power - PARTS_BITS)) & (PARTS - 1);
        return Math.min(BUCKETS - 1, (power - PARTS_BITS + 1) * PARTS + part);
    }

    /** The shortest duration that falls into a bucket, in nanoseconds. */
    public static long from(int bucket) {
        if (bucket < PARTS) {
            return (long) bucket << UNIT_BITS;
        }
        int power = bucket / PARTS - 1;
        return (long) (PARTS + bucket % PARTS) << (power + UNIT_BITS);
    }

    /**
     * The duration that so many percent stay below.
     *
     * @return milliseconds, the middle of the bucket; 0 when nothing was counted
     */
    public static double percentileMillis(long[] counts, double percent) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        long left = (long) Math.ceil(total * percent / 100);
        for (int bucket = 0; bucket < counts.length && total > 0; bucket++) {
            left -= counts[bucket];
            if (left <= 0) {
                return (from(bucket) + from(bucket + 1)) / 2.0 / TimeUnit.MILLISECONDS.toNanos(1);
            }
        }
        return 0;
    }

    /** How many were shorter than a duration, to within a bucket. */
    public static long below(long[] counts, long nanos) {
        long sum = 0;
        for (int bucket = 0; bucket < counts.length && from(bucket + 1) <= nanos; bucket++) {
            sum += counts[bucket];
        }
        return sum;
    }
}
