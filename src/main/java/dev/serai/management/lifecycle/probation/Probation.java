package dev.serai.management.lifecycle.probation;

import dev.serai.engine.enterprise.http.AnswerCounts;
import dev.serai.foundation.CanaryStatus;
import dev.serai.foundation.settings.ProbationSettings;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A version beside the one before it, from its first request until it is promoted, taken back, or left. */
public final class Probation {

    private final RunningVersion before;
    private final RunningVersion next;
    private final ProbationSettings terms;
    private final AnswerCounts beforehand;
    private final Instant since = Instant.now();
    private final long began = System.nanoTime();
    private volatile Duration length;

    /**
     * @param before the version that is live
     * @param next the one that takes a share
     * @param terms the share, and what is allowed
     */
    public Probation(RunningVersion before, RunningVersion next, ProbationSettings terms) {
        this.before = before;
        this.next = next;
        this.terms = terms;
        this.length = terms.length();
        this.beforehand = before.http().answers();
    }

    public RunningVersion before() {
        return before;
    }

    public RunningVersion next() {
        return next;
    }

    public ProbationSettings terms() {
        return terms;
    }

    /** What is to be done now; empty while it goes on. */
    public Optional<Judgement> judge() {
        boolean over = System.nanoTime() - began >= length.toNanos();
        Comparison comparison = comparison();
        Optional<Judgement> worse = comparison.worse(over).map(why -> new Judgement(false, why));
        return over && worse.isEmpty() ? Optional.of(new Judgement(true, comparison.told())) : worse;
    }

    /** Where the version before has answered too little meanwhile, all that it ever answered is taken. */
    private Comparison comparison() {
        AnswerCounts ever = before.http().answers();
        AnswerCounts meanwhile = ever.since(beforehand);
        AnswerCounts old = meanwhile.requests() >= terms.requests() ? meanwhile : ever;
        return new Comparison(before.label(), next.http().answers(), old, terms);
    }

    /** Lets it go on for a while, because its end could not be written down. */
    public void extend(Duration by) {
        length = length.plus(by);
    }

    public CanaryStatus status() {
        AnswerCounts answers = next.http().answers();
        return new CanaryStatus(
                next.number(),
                next.stored().version().hash(),
                terms.share(),
                since,
                since.plus(length),
                answers.requests(),
                answers.failed(),
                Math.round(answers.p95Millis() * 10) / 10.0);
    }
}
