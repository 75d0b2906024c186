package dev.serai.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void everyDurationFallsIntoTheBucketThatBeginsAtOrBeforeIt() {
        for (long nanos = 1; nanos < TimeUnit.HOURS.toNanos(1); nanos = nanos * 17 / 16 + 1) {
            int bucket = Latencies.bucket(nanos);

            assertThat(Latencies.from(bucket)).isLessThanOrEqualTo(nanos);
            assertThat(Latencies.from(bucket + 1)).isGreaterThan(nanos);
        }
    }

    @Test
    void whatIsLongerThanTheLastBucketOrNegativeIsCountedAllTheSame() {
        Latencies latencies = new Latencies();

        latencies.record(Long.MAX_VALUE);
        latencies.record(-1);

        long[] counts = counts(latencies);
        assertThat(counts[0]).isEqualTo(1);
        assertThat(counts[Latencies.BUCKETS - 1]).isEqualTo(1);
    }

    @Test
    void percentilesAreRightToWithinSevenPercent() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 1_000; millis++) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        long[] counts = counts(latencies);

        assertThat(Latencies.percentileMillis(counts, 50)).isCloseTo(500, Percentage.withPercentage(7));
        assertThat(Latencies.percentileMillis(counts, 95)).isCloseTo(950, Percentage.withPercentage(7));
        assertThat(Latencies.percentileMillis(counts, 99)).isCloseTo(990, Percentage.withPercentage(7));
        assertThat(Latencies.below(counts, TimeUnit.MILLISECONDS.toNanos(250))).isCloseTo(250L, within(18L));
    }

    @Test
    void withoutAMessageEveryPercentileIsZero() {
        assertThat(Latencies.percentileMillis(new long[Latencies.BUCKETS], 99)).isZero();
    }

    private static long[] counts(Latencies latencies) {
        long[] counts = new long[Latencies.BUCKETS];
        latencies.addTo(counts);
        return counts;
    }
}
