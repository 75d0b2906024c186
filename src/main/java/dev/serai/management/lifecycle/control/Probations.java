package dev.serai.management.lifecycle.control;

import dev.serai.engine.database.StoreException;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationChange;
import dev.serai.foundation.IntegrationChange.Kind;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.Severity;
import dev.serai.foundation.Version;
import dev.serai.foundation.settings.ProbationSettings;
import dev.serai.management.lifecycle.deploy.Deployer;
import dev.serai.management.lifecycle.deploy.DeploymentException;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.probation.Judgement;
import dev.serai.management.lifecycle.probation.Probation;
import dev.serai.management.lifecycle.probation.ProbationEnd;
import dev.serai.management.lifecycle.store.Desired;
import dev.serai.management.lifecycle.store.VersionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a version on probation. Until it is promoted the version before is the one that shall run: after a crash that one is
 * started, and the file is decided anew. Called in the integration's lane only.
 */
final class Probations {

    private static final Logger LOG = LoggerFactory.getLogger(Probations.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final String CHECK = "probation";

    private final VersionStore store;
    private final Deployer deployer;
    private final Ledger ledger;
    private final SwitchOver switchOver;
    private final Consumer<IntegrationChange> changes;
    private final ProbationClock clock;
    private volatile Consumer<ProbationEnd> listener = end -> {};

    Probations(Surroundings surroundings, Ledger ledger, SwitchOver switchOver, ProbationClock clock) {
        this.store = surroundings.store();
        this.deployer = surroundings.deployer();
        this.changes = surroundings.changes();
        this.ledger = ledger;
        this.switchOver = switchOver;
        this.clock = clock;
    }

    /** Tells of every probation that ends by itself. */
    void tell(Consumer<ProbationEnd> told) {
        listener = told;
    }

    /**
     * Lets a shareable version take its share. One that was on probation is left.
     *
     * @param append stores the version
     * @throws RuntimeException when it could not be written down; nothing has changed then
     */
    Receipt begin(
            Managed managed, RunningVersion next, ProbationSettings terms, List<Finding> findings, Runnable append) {
        Version version = next.stored().version();
        Receipt receipt = receipt(managed, next, terms, findings);
        Desired plan = plan(managed, next.stored().bundle(), receipt);
        try {
            append.run();
            store.noteProbation(version, "on probation, not promoted");
            ledger.writeDown(plan, receipt);
        } catch (RuntimeException e) {
            deployer.discard(next);
            switchOver.keepClaims(managed);
            throw e;
        }
        Optional<Probation> replaced = managed.probation();
        share(managed, next, terms);
        replaced.ifPresent(left -> abandon(left, "replaced by " + version.label()));
        managed.decided(plan, receipt);
        return receipt;
    }

    /** The content on probation was brought once more, after other content that was refused. */
    Receipt goOn(Managed managed, Probation probation) {
        RunningVersion next = probation.next();
        Receipt receipt = receipt(managed, next, probation.terms(), List.of());
        Desired plan = plan(managed, next.stored().bundle(), receipt);
        ledger.writeDown(plan, receipt);
        managed.decided(plan, receipt);
        return receipt;
    }

    private static Receipt receipt(
            Managed managed, RunningVersion next, ProbationSettings terms, List<Finding> findings) {
        Bundle bundle = next.stored().bundle();
        List<Finding> all = new ArrayList<>(findings);
        all.add(info(
                bundle,
                "%s takes %d %% of the HTTP requests for %d s, then it is promoted, or taken back if it is worse"
                        .formatted(next.label(), terms.share(), terms.length().toSeconds()),
                "watch it with: serai status " + bundle.name()));
        return new Receipt(
                bundle.name(), true, next.number(), bundle.hash(), managed.activeNumber(), Instant.now(), all);
    }

    /** Not noted as decided: after a crash the file is decided anew, and its probation begins anew. */
    private static Desired plan(Managed managed, Bundle bundle, Receipt receipt) {
        return Ledger.plan(
                managed,
                managed.activeNumber(),
                IntegrationState.LIVE,
                bundle.source(),
                Decisions.UNDECIDED,
                receipt.at());
    }

    private void share(Managed managed, RunningVersion next, ProbationSettings terms) {
        RunningVersion before = Objects.requireNonNull(managed.running(), "a share is taken beside another version");
        Probation probation = new Probation(before, next, terms);
        deployer.share(next, terms.share());
        managed.probation(probation);
        switchOver.keepClaims(managed);
        clock.watch(managed.name(), probation, judgement -> end(managed, probation, judgement));
        LOG.info(
                "{} takes {} % of the HTTP requests for {} s",
                next.label(), terms.share(), terms.length().toSeconds());
    }

    private void end(Managed managed, Probation probation, Judgement judgement) {
        if (managed.probation().filter(probation::equals).isEmpty()) {
            return;
        }
        if (judgement.passed()) {
            promote(managed, probation, judgement);
        } else {
            takeBack(managed, probation, judgement.why());
        }
    }

    private void promote(Managed managed, Probation probation, Judgement judgement) {
        RunningVersion next = probation.next();
        try {
            deployer.complete(next);
            Receipt receipt = promotion(managed, next, judgement);
            Desired plan = promoted(managed, next, receipt);
            ledger.writeDown(plan, receipt);
            store.noteProbation(next.stored().version(), "");
            close(managed);
            switchOver.to(managed, next);
            managed.decided(plan, receipt);
            LOG.info("{} promoted: {}", next.label(), judgement.why());
            tell(Kind.PROMOTED, probation, judgement);
        } catch (DeploymentException e) {
            takeBack(managed, probation, "it could not take over: " + e.getMessage());
        } catch (StoreException e) {
            LOG.error("{}: its promotion could not be written down, trying again: {}", next.label(), e.getMessage());
            probation.extend(AGAIN);
        }
    }

    /** Where newer content was refused meanwhile, that stays what the integration tells. */
    private static boolean isRefusedSince(Managed managed) {
        return managed.desired().state() == IntegrationState.REFUSED;
    }

    private static Receipt promotion(Managed managed, RunningVersion next, Judgement judgement) {
        Bundle bundle = next.stored().bundle();
        Receipt newest = managed.receipt();
        if (isRefusedSince(managed) && newest != null) {
            return newest.withActiveVersion(next.number());
        }
        Finding finding = info(bundle, next.label() + " was promoted: " + judgement.why(), "");
        return new Receipt(
                bundle.name(), true, next.number(), bundle.hash(), next.number(), Instant.now(), List.of(finding));
    }

    private static Desired promoted(Managed managed, RunningVersion next, Receipt receipt) {
        Desired now = managed.desired();
        String decided = isRefusedSince(managed)
                ? now.decidedHash()
                : next.stored().bundle().hash();
        return Ledger.plan(managed, next.number(), now.state(), now.source(), decided, receipt.at());
    }

    private void takeBack(Managed managed, Probation probation, String why) {
        RunningVersion next = probation.next();
        Bundle bundle = next.stored().bundle();
        close(managed).ifPresent(left -> deployer.takeBack(next));
        switchOver.keepClaims(managed);
        LOG.warn("{} taken back: {}", next.label(), why);
        note(next, "taken back: " + why);
        if (!isRefusedSince(managed)) {
            Finding finding = Finding.error(
                    bundle.place(),
                    0,
                    0,
                    CHECK,
                    next.label() + " was taken back: " + why,
                    "see serai logs " + bundle.name() + ", correct it and save the file again");
            Receipt receipt = new Receipt(
                    bundle.name(), false, null, bundle.hash(), managed.activeNumber(), Instant.now(), List.of(finding));
            writeTakenBack(managed, probation, receipt);
        }
        tell(Kind.TAKEN_BACK, probation, new Judgement(false, why));
    }

    private void writeTakenBack(Managed managed, Probation probation, Receipt receipt) {
        boolean serves = managed.running() != null;
        Desired plan = Ledger.plan(
                managed,
                probation.before().number(),
                serves ? IntegrationState.ROLLED_BACK : IntegrationState.FAILED,
                managed.desired().source(),
                receipt.hash(),
                receipt.at());
        try {
            ledger.writeDown(plan, receipt);
        } catch (StoreException e) {
            LOG.error("{}: that could not be written down: {}", managed.name(), e.getMessage());
        }
        managed.decided(plan, receipt);
    }

    private void tell(Kind kind, Probation probation, Judgement judgement) {
        Version version = probation.next().stored().version();
        changes.accept(IntegrationChange.of(kind, version.name()));
        listener.accept(new ProbationEnd(version, judgement));
    }

    /** Ends a probation because something else was decided; the version before takes everything again. */
    void leave(Managed managed, String why) {
        close(managed).ifPresent(left -> {
            switchOver.keepClaims(managed);
            managed.decidedHash(left.next().stored().bundle().hash());
            abandon(left, why);
        });
    }

    private void abandon(Probation left, String why) {
        clock.forget(left);
        deployer.takeBack(left.next());
        note(left.next(), "left on probation: " + why);
        LOG.info("{} leaves its probation: {}", left.next().label(), why);
    }

    /** The same when the runtime ends: what is written down lets the probation begin anew. */
    void interrupt(Managed managed) {
        close(managed).ifPresent(left -> deployer.takeBack(left.next()));
    }

    /** Begins one anew that was interrupted because the version before was started once more. */
    void resume(Managed managed, Probation interrupted) {
        try {
            share(managed, deployer.prepareShareable(interrupted.next().stored()), interrupted.terms());
        } catch (DeploymentException e) {
            takeBack(managed, interrupted, "it could not be started once more: " + e.getMessage());
        }
    }

    private Optional<Probation> close(Managed managed) {
        Optional<Probation> open = managed.probation();
        open.ifPresent(clock::forget);
        managed.probation(null);
        return open;
    }

    private void note(RunningVersion version, String note) {
        try {
            store.noteProbation(version.stored().version(), note);
        } catch (StoreException e) {
            LOG.error("{}: the history could not be written: {}", version.label(), e.getMessage());
        }
    }

    static Finding info(Bundle bundle, String message, String hint) {
        return new Finding(Severity.INFO, bundle.place(), 0, 0, CHECK, message, hint);
    }
}
