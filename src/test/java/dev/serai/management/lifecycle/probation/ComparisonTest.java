package dev.serai.management.lifecycle.probation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.serai.engine.enterprise.http.AnswerCounts;
import dev.serai.foundation.Latencies;
import dev.serai.foundation.settings.ProbationSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a version is worse than the one before it, and how that is said. */
class ComparisonTest {

    private static final ProbationSettings TERMS = new ProbationSettings(10, Duration.ofMinutes(5), 50, 5, 3);

    @Test
    void equalVersionsAreEqual() {
        assertThat(compare(answers(100, 2, 10), answers(900, 18, 10)).worse(true))
                .isEmpty();
    }

    @Test
    void oneThatSurelyFailsMoreIsWorseAndTheFiguresAreTold() {
        assertThat(compare(answers(100, 31, 10), answers(900, 9, 10)).worse(false))
                .contains("31 % of its 100 requests failed, and 1 % of 900 of greet@1; allowed are 5 points more");
    }

    @Test
    void fewFailuresAmongFewRequestsProveNothing() {
        assertThat(compare(answers(50, 5, 10), answers(900, 0, 10)).worse(false))
                .isEmpty();
        assertThat(compare(answers(5000, 500, 10), answers(900, 0, 10)).worse(false))
                .isPresent();
    }

    @Test
    void oneThatFailsAsOftenAsTheOneBeforeIsNotWorse() {
        assertThat(compare(answers(100, 100, 10), answers(100, 100, 10)).worse(true))
                .isEmpty();
    }

    @Test
    void tooFewRequestsAreJudgedOnlyAtTheEnd() {
        Comparison failing = compare(answers(49, 49, 10), answers(900, 0, 10));

        assertThat(failing.worse(false)).isEmpty();
        assertThat(failing.worse(true)).isPresent();
        assertThat(compare(answers(0, 0, 0), answers(900, 0, 10)).worse(true)).isEmpty();
    }

    @Test
    void oneThatTakesSeveralTimesAsLongIsWorse() {
        assertThat(compare(answers(200, 0, 900), answers(900, 0, 100)).worse(false))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("95 % of its 200 requests took up to ")
                        .contains(" ms, and of 900 of greet@1 up to ")
                        .endsWith(" ms; allowed is 3 times as long"));
        assertThat(compare(answers(200, 0, 250), answers(900, 0, 100)).worse(false))
                .isEmpty();
    }

    @Test
    void aDifferenceThatNobodyFeelsIsNoDifference() {
        assertThat(compare(answers(200, 0, 80), answers(900, 0, 1)).worse(true)).isEmpty();
    }

    @Test
    void aVersionThatIsColdStillIsNotCalledSlow() {
        assertThat(compare(answers(199, 0, 900), answers(900, 0, 100)).worse(true))
                .isEmpty();
    }

    @Test
    void slownessIsJudgedOnlyBesideEnoughOfTheVersionBefore() {
        assertThat(compare(answers(200, 0, 900), answers(10, 0, 1)).worse(true)).isEmpty();
    }

    /** Figures of the interval from the literature: 10 of 100 at 98 per cent two-sided. */
    @Test
    void theLeastRatioIsThatOfTheInterval() {
        assertThat(Comparison.atLeast(10, 100)).isCloseTo(0.0498, within(0.0005));
        assertThat(Comparison.atLeast(0, 100)).isCloseTo(0, within(1e-9));
        assertThat(Comparison.atLeast(0, 0)).isZero();
        assertThat(Comparison.atLeast(20, 20)).isCloseTo(0.787, within(0.001));
    }

    private static Comparison compare(AnswerCounts young, AnswerCounts old) {
        return new Comparison("greet@1", young, old, TERMS);
    }

    private static AnswerCounts answers(int requests, int failed, long millis) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        long[] latencies = new long[Latencies.BUCKETS];
        latencies[Latencies.bucket(nanos)] = requests;
        return new AnswerCounts(latencies, failed, nanos * requests);
    }
}
