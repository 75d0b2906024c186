package dev.serai.management.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.Latencies;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class WindowTest {

    private final Window window = new Window();
    private final Latencies latencies = new Latencies();
    private long nanos;
    private long failed;

    @Test
    void theNewestSampleStandsLast() {
        step(10, 5, 0);
        step(20, 5, 4);

        IntegrationTraffic.Series series = window.series();

        assertThat(series.stepSeconds()).isEqualTo(5);
        assertThat(series.perSecond()).hasSize(60).endsWith(0, 2, 4);
        assertThat(series.failedPerSecond()).hasSize(60).endsWith(0, 0, 0.8);
        assertThat(series.p95Millis()[59]).isCloseTo(5, Percentage.withPercentage(7));
    }

    @Test
    void ratesAndTimesAreThoseOfTheLastMinute() {
        step(1_000, 90, 1_000);
        for (int i = 0; i < 12; i++) {
            step(60, 2, 3);
        }

        Window.Minute minute = window.minute();

        assertThat(minute.perSecond()).isEqualTo(12);
        assertThat(minute.errorRatio()).isEqualTo(0.05);
        assertThat(minute.meanMillis()).isCloseTo(2, Percentage.withPercentage(1));
        assertThat(Latencies.percentileMillis(minute.latencies(), 99)).isCloseTo(2, Percentage.withPercentage(7));
    }

    @Test
    void aYoungIntegrationsRateIsThatOfItsFewSteps() {
        step(50, 1, 0);

        assertThat(window.minute().perSecond()).isEqualTo(10);
    }

    @Test
    void fiveMinutesWithoutAMessageLeaveNothing() {
        step(50, 1, 5);
        for (int i = 0; i < 60; i++) {
            step(0, 0, 0);
        }

        assertThat(window.series().perSecond()).containsOnly(0);
        assertThat(window.minute().errorRatio()).isZero();
    }

    private void step(int messages, int millis, int failures) {
        for (int i = 0; i < messages; i++) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(millis));
            nanos += TimeUnit.MILLISECONDS.toNanos(millis);
        }
        failed += failures;
        long[] counts = new long[Latencies.BUCKETS];
        latencies.addTo(counts);
        window.add(counts, failed, nanos);
    }
}
