package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.Version;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.deploy.Deployer;
import dev.serai.management.lifecycle.deploy.DeploymentException;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.gate.Verdict;
import dev.serai.management.lifecycle.store.Desired;
import dev.serai.management.lifecycle.store.StoredVersion;
import dev.serai.management.lifecycle.store.VersionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from a change of one integration: gate, store, start beside, write down, switch. Called in the integration's
 * lane only. Whatever fails leaves the version that runs untouched.
 */
public final class Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final BiFunction<Bundle, Landscape, Verdict> gate;
    private final Function<Map<String, List<Claim>>, Landscape> landscape;
    private final VersionStore store;
    private final Deployer deployer;
    private final Consumer<String> removed;
    private final Claims claims = new Claims();

    /**
     * @param gate the checks
     * @param landscape completes the claims of others to what a bundle is checked against
     * @param store versions and desired state
     * @param deployer starts and stops versions
     * @param removed is told the name of an integration that was removed
     */
    public Decisions(
            BiFunction<Bundle, Landscape, Verdict> gate,
            Function<Map<String, List<Claim>>, Landscape> landscape,
            VersionStore store,
            Deployer deployer,
            Consumer<String> removed) {
        this.gate = gate;
        this.landscape = landscape;
        this.store = store;
        this.deployer = deployer;
        this.removed = removed;
    }

    /** What is held of an integration that was not known until now. */
    Managed unknown(Bundle bundle) {
        Desired nothing =
                new Desired(bundle.name(), null, IntegrationState.REFUSED, Instant.now(), bundle.source(), "");
        return new Managed(nothing, store.receipt(bundle.name()).orElse(null));
    }

    Map<String, List<Claim>> claimsBeside(String integration) {
        return claims.others(integration);
    }

    boolean isRefused(Managed managed) {
        Receipt receipt = managed.receipt();
        return receipt != null && !receipt.accepted() && managed.desired().state() == IntegrationState.REFUSED;
    }

    /** Decides new content. */
    Receipt decide(Managed managed, Bundle bundle, String by) {
        long begin = System.nanoTime();
        if (bundle.hash().equals(managed.activeHash())) {
            return unchanged(managed, bundle);
        }
        Verdict verdict = gate.apply(bundle, landscape.apply(claims.others(bundle.name())));
        if (!verdict.accepts()) {
            return refuse(managed, bundle, verdict.findings());
        }
        StoredVersion candidate = new StoredVersion(
                new Version(bundle.name(), 0, bundle.hash()),
                bundle,
                verdict.classes(),
                verdict.metadata(),
                verdict.claims(),
                Instant.now(),
                by);
        if (managed.desired().state() == IntegrationState.STOPPED) {
            return storeOnly(managed, candidate, verdict.findings());
        }
        return bringUp(managed, candidate, verdict.findings(), begin);
    }

    private Receipt unchanged(Managed managed, Bundle bundle) {
        Integer active = managed.activeNumber();
        Receipt receipt = new Receipt(bundle.name(), true, active, bundle.hash(), active, Instant.now(), List.of());
        return write(managed, active, IntegrationState.LIVE, bundle.source(), bundle.hash(), receipt);
    }

    private Receipt storeOnly(Managed managed, StoredVersion candidate, List<Finding> findings) {
        Bundle bundle = candidate.bundle();
        Version version = store.append(candidate);
        List<Finding> all = new ArrayList<>(findings);
        all.add(new Finding(
                dev.serai.foundation.Severity.INFO,
                bundle.place(),
                0,
                0,
                "state",
                bundle.name() + " was stopped by a person and stays so",
                "start it with: serai start " + bundle.name()));
        Receipt receipt = new Receipt(bundle.name(), true, version.number(), bundle.hash(), null, Instant.now(), all);
        return write(managed, version.number(), IntegrationState.STOPPED, bundle.source(), bundle.hash(), receipt);
    }

    private Receipt bringUp(Managed managed, StoredVersion candidate, List<Finding> findings, long begin) {
        Bundle bundle = candidate.bundle();
        if (!claims.reserve(bundle.name(), candidate.claims())) {
            return decide(managed, bundle, candidate.by());
        }
        StoredVersion stored = numbered(candidate, store.append(candidate));
        RunningVersion before = managed.running();
        RunningVersion next;
        try {
            next = deployer.prepare(stored);
        } catch (DeploymentException e) {
            keepClaimsOf(managed, before);
            return refuse(managed, bundle, with(findings, failure(bundle, e)));
        }
        Receipt receipt =
                new Receipt(bundle.name(), true, next.number(), bundle.hash(), next.number(), Instant.now(), findings);
        write(managed, next.number(), IntegrationState.LIVE, bundle.source(), bundle.hash(), receipt);
        Receipt outcome = switchOver(managed, before, next, receipt);
        if (outcome.accepted()) {
            LOG.info("{} is live after {} ms", next.label(), (System.nanoTime() - begin) / 1_000_000);
        }
        return outcome;
    }

    private Receipt switchOver(
            Managed managed, @Nullable RunningVersion before, RunningVersion next, Receipt accepted) {
        try {
            managed.running(next);
            deployer.switchOver(before, next);
            return accepted;
        } catch (DeploymentException e) {
            managed.running(before == null ? null : revive(before.stored()));
            keepClaimsOf(managed, managed.running());
            return refuse(
                    managed,
                    next.stored().bundle(),
                    with(accepted.findings(), failure(next.stored().bundle(), e)));
        }
    }

    private @Nullable RunningVersion revive(StoredVersion stored) {
        try {
            RunningVersion again = deployer.prepare(stored);
            deployer.switchOver(null, again);
            return again;
        } catch (DeploymentException e) {
            LOG.error("{} could not be started again: {}", stored.version().label(), e.getMessage());
            return null;
        }
    }

    private void keepClaimsOf(Managed managed, @Nullable RunningVersion running) {
        if (running == null) {
            claims.release(managed.name());
        } else {
            claims.reserve(managed.name(), running.stored().claims());
        }
    }

    private static StoredVersion numbered(StoredVersion candidate, Version version) {
        return new StoredVersion(
                version,
                candidate.bundle(),
                candidate.classes(),
                candidate.metadata(),
                candidate.claims(),
                candidate.at(),
                candidate.by());
    }

    private static Finding failure(Bundle bundle, DeploymentException e) {
        return Finding.error(
                bundle.place(),
                0,
                0,
                "start",
                "it passed the checks but could not be started: " + e.getMessage(),
                "correct it and save the file again");
    }

    private static List<Finding> with(List<Finding> findings, Finding more) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(0, more);
        return all;
    }

    /** Refuses content; what runs goes on. */
    Receipt refuse(Managed managed, Bundle bundle, List<Finding> findings) {
        Integer active = managed.activeNumber();
        Receipt receipt = new Receipt(bundle.name(), false, null, bundle.hash(), active, Instant.now(), findings);
        LOG.warn(
                "{} refused; {}",
                bundle.name(),
                active == null ? "nothing of it runs" : bundle.name() + "@" + active + " runs on");
        findings.forEach(finding -> LOG.warn("  {}", finding.sentence()));
        Integer shallRun = active != null ? active : managed.desired().activeVersion();
        return write(managed, shallRun, IntegrationState.REFUSED, bundle.source(), bundle.hash(), receipt);
    }

    /** Brings a stored version back; the file is not touched. */
    Receipt rollback(Managed managed, StoredVersion stored, String by) {
        Bundle bundle = stored.bundle();
        RunningVersion before = managed.running();
        if (!claims.reserve(managed.name(), stored.claims())) {
            Verdict verdict = gate.apply(bundle, landscape.apply(claims.others(managed.name())));
            return refuse(managed, bundle, verdict.findings());
        }
        try {
            RunningVersion next = deployer.prepare(stored);
            boolean sameAsFile = managed.fileHash().equals(bundle.hash());
            IntegrationState state = sameAsFile ? IntegrationState.LIVE : IntegrationState.ROLLED_BACK;
            Receipt receipt = new Receipt(
                    managed.name(), true, next.number(), bundle.hash(), next.number(), Instant.now(), List.of());
            write(managed, next.number(), state, managed.desired().source(), managed.fileHash(), receipt);
            LOG.info("{} brought back by {}", next.label(), by);
            return switchOver(managed, before, next, receipt);
        } catch (DeploymentException e) {
            keepClaimsOf(managed, before);
            return refuse(managed, bundle, List.of(failure(bundle, e)));
        }
    }

    /** Starts after a restart what shall run. */
    Managed restore(Managed managed) {
        Desired desired = managed.desired();
        Integer number = desired.activeVersion();
        if (number == null || desired.state() == IntegrationState.STOPPED) {
            return managed;
        }
        StoredVersion stored = store.version(desired.name(), number)
                .orElseThrow(() -> new IllegalStateException(
                        "the store has no " + desired.name() + "@" + number + ", which shall run"));
        claims.reserve(managed.name(), stored.claims());
        try {
            RunningVersion running = deployer.prepare(stored);
            deployer.switchOver(null, running);
            managed.running(running);
            if (desired.state() == IntegrationState.FAILED) {
                write(
                        managed,
                        number,
                        IntegrationState.LIVE,
                        desired.source(),
                        desired.decidedHash(),
                        lastReceipt(managed));
            }
        } catch (DeploymentException e) {
            LOG.error("{} could not be started: {}", stored.version().label(), e.getMessage());
            Receipt receipt = new Receipt(
                    managed.name(),
                    true,
                    number,
                    stored.version().hash(),
                    null,
                    Instant.now(),
                    List.of(failure(stored.bundle(), e)));
            write(managed, number, IntegrationState.FAILED, desired.source(), desired.decidedHash(), receipt);
        }
        return managed;
    }

    private static Receipt lastReceipt(Managed managed) {
        Receipt receipt = managed.receipt();
        return Objects.requireNonNull(receipt, "what runs was accepted with a receipt");
    }

    Receipt stop(Managed managed, String by) {
        RunningVersion running = managed.running();
        Desired desired = managed.desired();
        managed.running(null);
        Receipt receipt = new Receipt(
                managed.name(), true, desired.activeVersion(), desired.decidedHash(), null, Instant.now(), List.of());
        write(
                managed,
                desired.activeVersion(),
                IntegrationState.STOPPED,
                desired.source(),
                desired.decidedHash(),
                receipt);
        if (running != null) {
            deployer.stop(running);
        }
        LOG.info("{} stopped by {}", managed.name(), by);
        return receipt;
    }

    Receipt start(Managed managed, String by) {
        Integer number = managed.desired().activeVersion();
        if (managed.running() != null || number == null) {
            return lastReceipt(managed);
        }
        StoredVersion stored = store.version(managed.name(), number).orElseThrow();
        LOG.info("{} started by {}", stored.version().label(), by);
        return rollback(managed, stored, by);
    }

    Receipt remove(Managed managed, String by) {
        RunningVersion running = managed.running();
        managed.running(null);
        claims.release(managed.name());
        Receipt receipt = new Receipt(managed.name(), true, null, "", null, Instant.now(), List.of());
        store.remove(managed.name(), receipt);
        if (running != null) {
            deployer.stop(running);
        }
        removed.accept(managed.name());
        LOG.info("{} removed by {}", managed.name(), by);
        return receipt;
    }

    Managed shutDown(Managed managed) {
        RunningVersion running = managed.running();
        managed.running(null);
        if (running != null) {
            deployer.stop(running);
        }
        return managed;
    }

    private Receipt write(
            Managed managed,
            @Nullable Integer active,
            IntegrationState state,
            String source,
            String decidedHash,
            Receipt receipt) {
        Instant since = managed.desired().state() == state
                        && Objects.equals(managed.desired().activeVersion(), active)
                ? managed.desired().since()
                : receipt.at();
        Desired desired = new Desired(managed.name(), active, state, since, source, decidedHash);
        store.decide(desired, receipt);
        managed.decided(desired, receipt);
        return receipt;
    }
}
