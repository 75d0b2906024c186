package dev.serai.management.lifecycle.probation;

import dev.serai.engine.enterprise.http.AnswerCounts;
import dev.serai.foundation.settings.ProbationSettings;
import java.util.Locale;
import java.util.Optional;

/**
 * Two versions side by side. A few failures among few requests prove nothing: what counts is how often the version fails at least, by
 * Wilson's score interval (E. B. Wilson, 1927) with 99 per cent certainty.
 *
 * @param before the name of the version before
 * @param young what the version on probation answered
 * @param old what the version before answered
 * @param terms what is allowed
 */
record Comparison(String before, AnswerCounts young, AnswerCounts old, ProbationSettings terms) {

    private static final double CERTAINTY = 2.326;
    private static final double LEAST_DELAY_MILLIS = 100;

    /** The first requests find a version cold; among so many times more they are no twentieth any more. */
    private static final int WARM = 4;

    private static final double HUNDRED = 100;

    /**
     * Why the version on probation is worse; empty while it is not, or too little is known.
     *
     * @param last whether nothing more will be known
     */
    Optional<String> worse(boolean last) {
        boolean known = young.requests() >= terms.requests();
        if ((known || last) && failsMore()) {
            return Optional.of("%s of its %d requests failed, and %s of %d of %s; allowed are %d points more"
                    .formatted(
                            percent(young),
                            young.requests(),
                            percent(old),
                            old.requests(),
                            before,
                            terms.failurePoints()));
        }
        boolean warm = young.requests() >= WARM * terms.requests();
        return warm && old.requests() >= terms.requests() && takesLonger()
                ? Optional.of(
                        "95 %% of its %d requests took up to %s, and of %d of %s up to %s; allowed is %s times as long"
                                .formatted(
                                        young.requests(),
                                        millis(young),
                                        old.requests(),
                                        before,
                                        millis(old),
                                        number(terms.latencyFactor())))
                : Optional.empty();
    }

    private boolean failsMore() {
        return atLeast(young.failed(), young.requests()) > old.failureRatio() + terms.failurePoints() / HUNDRED;
    }

    private boolean takesLonger() {
        double longer = young.p95Millis() - old.p95Millis();
        return longer > LEAST_DELAY_MILLIS && young.p95Millis() > old.p95Millis() * terms.latencyFactor();
    }

    /** The least ratio of failures that is likely behind those that were seen. */
    static double atLeast(long failed, long requests) {
        if (requests == 0) {
            return 0;
        }
        double ratio = (double) failed / requests;
        double square = CERTAINTY * CERTAINTY / requests;
        double spread = CERTAINTY * Math.sqrt(ratio * (1 - ratio) / requests + square / requests / 4);
        return (ratio + square / 2 - spread) / (1 + square);
    }

    /** Both in one sentence. */
    String told() {
        return "%d requests, %s failed, 95 %% took up to %s; of %s %d, %s, %s"
                .formatted(
                        young.requests(),
                        percent(young),
                        millis(young),
                        before,
                        old.requests(),
                        percent(old),
                        millis(old));
    }

    private static String percent(AnswerCounts counts) {
        return number(counts.failureRatio() * HUNDRED) + " %";
    }

    private static String millis(AnswerCounts counts) {
        return number(counts.p95Millis()) + " ms";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.1f", value).replaceFirst("\\.0$", "");
    }
}
