package dev.serai.service.intelligence.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted into a series is found, what belongs to it is not, and nothing is known before it is read. */
class AnomalyDetectorTest {

    private static final int STEP = 300;
    private static final int DAY = 288;
    private static final int LENGTH = 28 * DAY;
    private static final int PLANTED = 20 * DAY + 90;

    @ParameterizedTest
    @ValueSource(ints = {1, 19, 300, 3_999, 4_000, 4_001, 7_500})
    void scoreOfAReadingIsTheSameWhateverComesLater(int prefix) {
        double[] series = noisyDays(1);
        double[] otherEnd = series.clone();
        Arrays.fill(otherEnd, prefix, otherEnd.length, 1e9);

        double[] whole = scores(series);

        assertThat(Arrays.copyOf(scores(otherEnd), prefix)).isEqualTo(Arrays.copyOf(whole, prefix));
        assertThat(scores(Arrays.copyOf(series, prefix))).isEqualTo(Arrays.copyOf(whole, prefix));
    }

    @Test
    void scoresLieBetweenNothingAndOne() {
        double[] series = noisyDays(2);
        series[PLANTED] = Double.MAX_VALUE / 1e9;
        series[PLANTED + 200] = -Double.MAX_VALUE / 1e9;

        double[] scores = scores(series);

        assertThat(Arrays.stream(scores).boxed()).allMatch(score -> score >= 0 && score < 1);
        assertThat(scores[PLANTED]).isGreaterThan(AnomalyDetector.ANOMALY);
    }

    @Test
    void spikeIsFoundAtOnce() {
        double[] series = noisyDays(3);
        series[PLANTED] += 60;

        assertThat(scores(series)[PLANTED]).isGreaterThan(AnomalyDetector.ANOMALY);
    }

    @Test
    void silenceInTheBusyHoursIsFoundWithinAQuarterOfAnHour() {
        double[] series = planted(4, at -> at < PLANTED + DAY / 4, at -> 0);

        assertThat(highest(scores(series), PLANTED, PLANTED + 3)).isGreaterThan(AnomalyDetector.ANOMALY);
    }

    @Test
    void daytimeLoadAtNightIsFoundAlthoughTheValueIsCommon() {
        int night = 20 * DAY + 216;
        double[] series = noisyDays(5);
        System.arraycopy(series, night - DAY / 2, series, night, 36);

        assertThat(highest(scores(series), night, night + 12)).isGreaterThan(AnomalyDetector.ANOMALY);
    }

    @Test
    void stepToANewLevelIsFoundAndThenBecomesTheLevel() {
        double[] series = planted(6, at -> true, at -> noisyDay(at, new Random(at)) + 40);

        double[] scores = scores(series);

        assertThat(highest(scores, PLANTED, PLANTED + 12)).isGreaterThan(AnomalyDetector.ANOMALY);
        assertThat(alarms(scores, PLANTED + 4 * DAY, LENGTH)).isLessThanOrEqualTo(2);
    }

    @Test
    void slowCreepIsFoundWithinTwoDays() {
        double[] series = planted(7, at -> true, at -> noisyDay(at, new Random(at)) + (at - PLANTED) * 0.12);

        assertThat(highest(scores(series), PLANTED, PLANTED + 2 * DAY)).isGreaterThan(AnomalyDetector.ANOMALY);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void ordinaryDaysRaiseAnAlarmEveryThreeDaysAtMost(long seed) {
        assertThat(alarms(scores(noisyDays(seed)), 2 * DAY, LENGTH)).isLessThanOrEqualTo(9);
    }

    @Test
    void anomalyThatLastsIsToldOnce() {
        double[] series = planted(8, at -> at < PLANTED + 40, at -> 250);

        assertThat(alarms(scores(series), PLANTED, PLANTED + 40)).isBetween(1L, 3L);
    }

    @Test
    void seriesThatNeverChangesIsQuietUntilItDoes() {
        double[] series = new double[LENGTH];
        Arrays.fill(series, 45);
        series[PLANTED] = 45.5;

        double[] scores = scores(series);

        assertThat(highest(scores, 0, PLANTED)).isLessThan(AnomalyDetector.ANOMALY);
        assertThat(scores[PLANTED]).isGreaterThan(AnomalyDetector.ANOMALY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1000, -1})
    void unitOfTheReadingsMattersNot(double unit) {
        double[] series = noisyDays(9);
        series[PLANTED] += 60;

        double[] scaled =
                scores(Arrays.stream(series).map(value -> value * unit).toArray());

        assertThat(alarms(scaled, 0, LENGTH)).isEqualTo(alarms(scores(series), 0, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void missingReadingScoresNothingAndLeavesNoTrace(double missing) {
        AnomalyDetector gaps = new AnomalyDetector();
        AnomalyDetector none = new AnomalyDetector();
        double[] series = noisyDays(10);

        for (int at = 0; at < 1_000; at++) {
            assertThat(gaps.score((long) at * STEP, missing)).isZero();
            assertThat(gaps.score((long) at * STEP, series[at])).isEqualTo(none.score((long) at * STEP, series[at]));
        }
    }

    /** More by day than by night, less on two days of seven. */
    private static double noisyDay(int at, Random random) {
        double day = Math.max(0, Math.sin(2 * Math.PI * (at % DAY) / DAY));
        double week = at / DAY % 7 < 5 ? 1 : 0.6;
        return 20 + 80 * day * week + 4 * random.nextGaussian();
    }

    private static double[] noisyDays(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, LENGTH)
                .mapToDouble(at -> noisyDay(at, random))
                .toArray();
    }

    private static double[] planted(long seed, IntPredicate where, IntToDoubleFunction what) {
        double[] series = noisyDays(seed);
        for (int at = PLANTED; at < LENGTH; at++) {
            series[at] = where.test(at) ? what.applyAsDouble(at) : series[at];
        }
        return series;
    }

    private static double[] scores(double[] series) {
        AnomalyDetector detector = new AnomalyDetector();
        return IntStream.range(0, series.length)
                .mapToDouble(at -> detector.score((long) at * STEP, series[at]))
                .toArray();
    }

    private static double highest(double[] scores, int from, int to) {
        return Arrays.stream(scores, from, to).max().orElseThrow();
    }

    private static long alarms(double[] scores, int from, int to) {
        return Arrays.stream(scores, from, to)
                .filter(score -> score >= AnomalyDetector.ANOMALY)
                .count();
    }
}
