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
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.deploy.DeploymentException;
import dev.serai.management.lifecycle.deploy.Reason;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.gate.Verdict;
import dev.serai.management.lifecycle.store.Desired;
import dev.serai.management.lifecycle.store.StoredVersion;
import dev.serai.management.lifecycle.store.VersionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from new content: gate, store, start beside, write down, switch. Called in the integration's lane only. Whatever
 * fails leaves the version that runs untouched.
 */
final class Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    /** Noted as the hash of what was decided last, so that the same content is decided again when it is saved again. */
    static final String UNDECIDED = "";

    private final Surroundings surroundings;
    private final VersionStore store;
    private final Ledger ledger;
    private final Claims claims;
    private final SwitchOver switchOver;
    private final Probations probations;

    Decisions(Surroundings surroundings, Ledger ledger, Claims claims, SwitchOver switchOver, Probations probations) {
        this.surroundings = surroundings;
        this.store = surroundings.store();
        this.ledger = ledger;
        this.claims = claims;
        this.switchOver = switchOver;
        this.probations = probations;
    }

    /** What the gate says of content now. */
    Verdict check(Bundle bundle) {
        return surroundings.gate().apply(bundle, surroundings.landscape().apply(claims.others(bundle.name())));
    }

    /** Decides new content. Whatever goes wrong, a receipt comes of it. */
    Receipt decide(Managed managed, Bundle bundle, String by) {
        boolean serves = managed.activeHash().equals(bundle.hash());
        return answered(
                managed,
                bundle,
                () -> serves
                        ? unchanged(managed, bundle)
                        : managed.probationOf(bundle)
                                .map(probation -> probations.goOn(managed, probation))
                                .orElseGet(() -> judge(managed, bundle, by)));
    }

    /** Decides content once more, also when it serves already. Whatever goes wrong, a receipt comes of it. */
    Receipt decideAgain(Managed managed, Bundle bundle, String by) {
        return answered(managed, bundle, () -> judge(managed, bundle, by));
    }

    private Receipt answered(Managed managed, Bundle bundle, Supplier<Receipt> decision) {
        try {
            return decision.get();
        } catch (StoreException e) {
            return refuse(managed, bundle, List.of(notStored(bundle, e)), UNDECIDED);
        } catch (RuntimeException e) {
            LOG.error("{} could not be decided", bundle.name(), e);
            return refuse(managed, bundle, List.of(undecided(bundle, e)), UNDECIDED);
        }
    }

    private Receipt unchanged(Managed managed, Bundle bundle) {
        probations.leave(managed, "its file went back to the version before");
        Integer active = managed.activeNumber();
        Receipt receipt = new Receipt(bundle.name(), true, active, bundle.hash(), active, Instant.now(), List.of());
        return ledger.write(managed, active, IntegrationState.LIVE, bundle.source(), bundle.hash(), receipt);
    }

    private Receipt judge(Managed managed, Bundle bundle, String by) {
        long begin = System.nanoTime();
        Verdict verdict = check(bundle);
        if (!verdict.accepts()) {
            return refuse(managed, bundle, verdict.findings());
        }
        ProbationSettings wanted = surroundings.probation().apply(bundle);
        boolean beside = managed.probation().isPresent() || wanted.isOn();
        List<Claim> names = beside ? together(managed.claims(), verdict.claims()) : verdict.claims();
        if (!claims.reserve(bundle.name(), names)) {
            return judge(managed, bundle, by);
        }
        StoredVersion stored = candidate(verdict, bundle, by);
        if (managed.desired().state() == IntegrationState.STOPPED) {
            return staysStopped(managed, stored, verdict.findings());
        }
        Receipt receipt = bringUp(managed, stored, wanted, together(verdict.findings(), timeless(bundle, wanted)));
        if (receipt.accepted()) {
            surroundings.changes().accept(IntegrationChange.since(begin, Kind.DEPLOYED, managed.name()));
            if (managed.probation().isEmpty()) {
                LOG.info("{} is live after {} ms", stored.version().label(), (System.nanoTime() - begin) / 1_000_000);
            }
        }
        return receipt;
    }

    private static <T> List<T> together(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<Finding> unshared(Managed managed, RunningVersion next, ProbationSettings terms) {
        return terms.isOn() && managed.running() != null
                ? List.of(Probations.info(
                        next.stored().bundle(),
                        "a probation compares what both versions answer over HTTP, and one of them answers nothing: "
                                + next.label() + " was switched to at once",
                        ""))
                : List.of();
    }

    private static List<Finding> timeless(Bundle bundle, ProbationSettings terms) {
        return terms.lacksTime()
                ? List.of(Finding.warning(
                        bundle.place(),
                        0,
                        0,
                        "probation",
                        "serai.deploy.canary is " + terms.share()
                                + " and serai.deploy.probation is 0s, so all requests go to the new version at once",
                        "set serai.deploy.probation, such as 5m"))
                : List.of();
    }

    /** A version is stored once it has started, so that the history tells of none that never ran. */
    private StoredVersion candidate(Verdict verdict, Bundle bundle, String by) {
        return new StoredVersion(
                store.upcoming(bundle.name(), bundle.hash()),
                bundle,
                verdict.classes(),
                verdict.metadata(),
                verdict.claims(),
                Instant.now(),
                by);
    }

    private Receipt staysStopped(Managed managed, StoredVersion stored, List<Finding> findings) {
        Bundle bundle = stored.bundle();
        append(stored);
        managed.metadata(stored.metadata());
        List<Finding> all = new ArrayList<>(findings);
        all.add(new Finding(
                Severity.INFO,
                bundle.place(),
                0,
                0,
                "state",
                bundle.name() + " was stopped by a person and stays so",
                "start it with: serai start " + bundle.name()));
        int number = stored.version().number();
        Receipt receipt = new Receipt(bundle.name(), true, number, bundle.hash(), null, Instant.now(), all);
        return ledger.write(managed, number, IntegrationState.STOPPED, bundle.source(), bundle.hash(), receipt);
    }

    private Receipt bringUp(Managed managed, StoredVersion stored, ProbationSettings wanted, List<Finding> findings) {
        Bundle bundle = stored.bundle();
        boolean isNew = store.version(bundle.name(), stored.version().number()).isEmpty();
        boolean shareable = wanted.isOn() && managed.answersHttp();
        try {
            RunningVersion next = switchOver.prepare(managed, stored, shareable);
            return shareable && next.answersHttp()
                    ? probations.begin(managed, next, wanted, findings, () -> append(stored))
                    : goLive(managed, next, together(findings, unshared(managed, next, wanted)));
        } catch (DeploymentException e) {
            List<Finding> all = new ArrayList<>(List.of(SwitchOver.finding(bundle, e)));
            all.addAll(findings);
            Receipt refusal = refuse(managed, bundle, all);
            if (isNew) {
                store.withdraw(stored.version());
            }
            return refusal;
        }
    }

    private Receipt goLive(Managed managed, RunningVersion next, List<Finding> findings) throws DeploymentException {
        Bundle bundle = next.stored().bundle();
        Receipt receipt =
                new Receipt(bundle.name(), true, next.number(), bundle.hash(), next.number(), Instant.now(), findings);
        Desired plan = Ledger.plan(
                managed, next.number(), IntegrationState.LIVE, bundle.source(), bundle.hash(), receipt.at());
        try {
            switchOver.to(managed, next, () -> {
                append(next.stored());
                ledger.writeDown(plan, receipt);
            });
        } finally {
            probations.leave(managed, "replaced by " + next.label());
        }
        managed.decided(plan, receipt);
        return receipt;
    }

    private void append(StoredVersion stored) {
        Version version = store.append(stored);
        if (!version.equals(stored.version())) {
            throw new StoreException("another runtime stored " + version.label() + " meanwhile");
        }
    }

    private static Finding notStored(Bundle bundle, StoreException e) {
        return Finding.error(
                bundle.place(),
                0,
                0,
                "store",
                "it passed the checks but could not be stored: " + e.getMessage(),
                "mend that and save the file again");
    }

    private static Finding undecided(Bundle bundle, RuntimeException e) {
        return Finding.error(
                bundle.place(),
                0,
                0,
                "decision",
                "it could not be decided: " + Reason.of(e),
                "the log has the details; save the file again to try again");
    }

    /** Refuses content; what runs goes on. */
    Receipt refuse(Managed managed, Bundle bundle, List<Finding> findings) {
        return refuse(managed, bundle, findings, bundle.hash());
    }

    private Receipt refuse(Managed managed, Bundle bundle, List<Finding> findings, String decidedHash) {
        surroundings.changes().accept(IntegrationChange.of(Kind.REFUSED, managed.name()));
        Integer active = managed.activeNumber();
        Receipt receipt = new Receipt(bundle.name(), false, null, bundle.hash(), active, Instant.now(), findings);
        Integer shallRun = active != null ? active : managed.desired().activeVersion();
        return ledger.writeRefusal(managed, shallRun, bundle.source(), decidedHash, receipt);
    }
}
