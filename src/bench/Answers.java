package bench;

import java.util.Arrays;

/** What came back, and when. */
final class Answers {

    private final long began = System.nanoTime();
    private long closed = began;
    private long[] starts = new long[1 << 16];
    private long[] latencies = new long[1 << 16];
    private int count;
    private int refused;
    private int failed;

    void add(long start, int status) {
        if (status >= 300) {
            refused++;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            latencies = Arrays.copyOf(latencies, count * 2);
        }
        starts[count] = start;
        latencies[count++] = System.nanoTime() - start;
    }

    void fail() {
        failed++;
    }

    void close() {
        closed = System.nanoTime();
    }

    /** Answered with a status below 300. */
    int fine() {
        return count - refused;
    }

    /** Answered with another status, or not at all. */
    int failed() {
        return refused + failed;
    }

    double perSecond() {
        return count * 1e9 / (closed - began);
    }

    double seconds() {
        return (closed - began) / 1e9;
    }

    double percentileMillis(double percent) {
        return percentileMillis(percent, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Of the requests that were sent between two points of {@link System#nanoTime()}. */
    double percentileMillis(double percent, long from, long to) {
        long[] within = new long[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (starts[i] >= from && starts[i] < to) {
                within[n++] = latencies[i];
            }
        }
        Arrays.sort(within, 0, n);
        return n == 0 ? Double.NaN : within[(int) Math.min(n - 1L, (long) (n * percent / 100))] / 1e6;
    }
}
