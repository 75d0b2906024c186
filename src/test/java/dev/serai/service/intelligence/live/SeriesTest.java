package dev.serai.service.intelligence.live;

import static dev.serai.service.intelligence.live.SimulatedRoute.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planted into ordinary days is told soon and once, ordinary days are not, and a restart changes nothing. */
class SeriesTest {

    private static final int NOON = 12 * 60;

    @ParameterizedTest
    @CsvSource({"1200, 1", "60, 2", "5, 3", "0.5, 4"})
    void quietDayRaisesLessThanOneFalseAlarmForARoute(double perMinute, long seed) {
        SimulatedRoute route = new SimulatedRoute(seed, perMinute).pass(8 * DAY);
        long eighth = route.minute();

        route.pass(DAY);

        assertThat(route.toldSince(eighth)).as(route.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"LATENCY_P95", "ERROR_RATIO", "MESSAGE_SIZE", "SILENCE", "THROUGHPUT"})
    void plantedFaultIsToldWithinFiveMinutesAndOnce(Measure measure) {
        SimulatedRoute route = new SimulatedRoute(7, 60).pass(2 * DAY + NOON);
        long planted = route.minute();

        route.pass(60, fault(measure));

        assertThat(route.told(measure).stream().filter(at -> at >= planted))
                .hasSize(1)
                .allMatch(at -> at <= planted + 5);
    }

    private static UnaryOperator<SimulatedRoute.Minute> fault(Measure measure) {
        return switch (measure) {
            case LATENCY_P50, LATENCY_P95 -> usual -> usual.slower(4);
            case ERROR_RATIO -> usual -> usual.losing(0.3);
            case MESSAGE_SIZE -> usual -> usual.larger(10);
            case SILENCE -> usual -> usual.busier(0);
            case THROUGHPUT, QUEUE_LAG -> usual -> usual.busier(5);
        };
    }

    @Test
    void latencyThatCreepsIsToldBeforeItHasDoubledTwice() {
        SimulatedRoute route = new SimulatedRoute(8, 60).pass(2 * DAY + NOON);
        long planted = route.minute();

        route.passChanging(180, at -> usual -> usual.slower(1 + at / 60.0));

        assertThat(Stream.of(Measure.LATENCY_P50, Measure.LATENCY_P95)
                        .flatMap(measure -> route.told(measure).stream())
                        .filter(at -> at >= planted))
                .hasSize(1);
    }

    @Test
    void anomalyEndsWhenItIsAsExpectedAgain() {
        SimulatedRoute route = new SimulatedRoute(9, 60).pass(2 * DAY + NOON).pass(30, usual -> usual.slower(4));
        assertThat(route.series(Measure.LATENCY_P95).isOpen()).isTrue();

        route.pass(10);

        assertThat(route.series(Measure.LATENCY_P95).isOpen()).isFalse();
    }

    @Test
    void nothingIsToldWhileLearning() {
        SimulatedRoute route = new SimulatedRoute(10, 60).pass(100).pass(10, usual -> usual.slower(50));

        assertThat(route.toldSince(0)).isZero();
        assertThat(route.series(Measure.LATENCY_P95).isLearning()).isTrue();
    }

    @Test
    void restartGoesOnWithTheSameScoresAndRanges() throws IOException {
        Random random = new Random(11);
        Series series = series();
        for (int i = 0; i < 3_000; i++) {
            series.next(60_000L * i, 100 + random.nextGaussian(), false);
        }

        Series restarted = series();
        restarted.load(new DataInputStream(new ByteArrayInputStream(saved(series))));

        for (int i = 3_000; i < 3_500; i++) {
            double value = i > 3_400 ? 300 : 100 + random.nextGaussian();
            assertThat(restarted.next(60_000L * i, value, false)).isEqualTo(series.next(60_000L * i, value, false));
            assertThat(restarted.newest()).isEqualTo(series.newest());
        }
        assertThat(restarted.isOpen()).isTrue();
    }

    @Test
    void scoreDoesNotDependOnWhatComesLater() {
        Series one = series();
        Series other = series();
        Random random = new Random(12);
        for (int i = 0; i < 500; i++) {
            double value = 100 + random.nextGaussian();
            one.next(60_000L * i, value, false);
            other.next(60_000L * i, value, false);
        }
        Point before = one.newest();

        one.next(30_000_000, 1e9, false);
        other.next(30_000_000, -1e9, false);

        assertThat(one.points()).contains(before);
        assertThat(other.points()).contains(before);
    }

    private static Series series() {
        return new Series(Measure.MESSAGE_SIZE, 60, 120, ZoneOffset.UTC);
    }

    private static byte[] saved(Series series) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        series.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
