package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.IntegrationChange;
import dev.serai.foundation.IntegrationChange.Kind;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.deploy.Deployer;
import dev.serai.management.lifecycle.deploy.DeploymentException;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.probation.Probation;
import dev.serai.management.lifecycle.store.Desired;
import dev.serai.management.lifecycle.store.StoredVersion;
import dev.serai.management.lifecycle.store.VersionStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from a person's wish, or from a restart, without new content. Called in the integration's lane only. */
final class Wishes {

    private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);

    private final Decisions decisions;
    private final VersionStore store;
    private final Deployer deployer;
    private final Ledger ledger;
    private final Claims claims;
    private final SwitchOver switchOver;
    private final Probations probations;
    private final Consumer<IntegrationChange> changes;

    Wishes(
            Surroundings surroundings,
            Decisions decisions,
            Ledger ledger,
            Claims claims,
            SwitchOver switchOver,
            Probations probations) {
        this.decisions = decisions;
        this.store = surroundings.store();
        this.deployer = surroundings.deployer();
        this.ledger = ledger;
        this.claims = claims;
        this.switchOver = switchOver;
        this.probations = probations;
        this.changes = surroundings.changes();
    }

    /** Brings a stored version back; the file is not touched. */
    Receipt rollback(Managed managed, StoredVersion stored, String by) {
        Integer serving = managed.activeNumber();
        boolean serves = serving != null && serving == stored.version().number();
        boolean stays = serves && managed.probation().isPresent();
        probations.leave(managed, "taken back by " + by);
        Receipt receipt = stays ? keep(managed, stored, by) : bringBack(managed, stored, by);
        if (receipt.accepted()) {
            changes.accept(IntegrationChange.of(Kind.ROLLED_BACK, managed.name()));
        }
        return receipt;
    }

    /** The version serves still, and has but to take everything again. */
    private Receipt keep(Managed managed, StoredVersion stored, String by) {
        Receipt receipt = broughtBack(stored);
        ledger.write(
                managed,
                stored.version().number(),
                stateOf(managed, stored),
                managed.desired().source(),
                managed.fileHash(),
                receipt);
        LOG.info("{} brought back by {}", stored.version().label(), by);
        return receipt;
    }

    private static Receipt broughtBack(StoredVersion stored) {
        int number = stored.version().number();
        String hash = stored.bundle().hash();
        return new Receipt(stored.version().name(), true, number, hash, number, Instant.now(), List.of());
    }

    private static IntegrationState stateOf(Managed managed, StoredVersion stored) {
        boolean sameAsFile = managed.fileHash().equals(stored.bundle().hash());
        return sameAsFile ? IntegrationState.LIVE : IntegrationState.ROLLED_BACK;
    }

    private Receipt bringBack(Managed managed, StoredVersion stored, String by) {
        Bundle bundle = stored.bundle();
        if (!claims.reserve(managed.name(), stored.claims())) {
            return ledger.writeFailure(
                    managed, bundle.hash(), decisions.check(bundle).findings());
        }
        try {
            RunningVersion next = switchOver.prepare(managed, stored);
            Receipt receipt = broughtBack(stored);
            Desired plan = Ledger.plan(
                    managed,
                    next.number(),
                    stateOf(managed, stored),
                    managed.desired().source(),
                    managed.fileHash(),
                    receipt.at());
            switchOver.to(managed, next, () -> {
                ledger.writeDown(plan, receipt);
                store.noteProbation(stored.version(), "");
            });
            managed.decided(plan, receipt);
            LOG.info("{} brought back by {}", next.label(), by);
            return receipt;
        } catch (DeploymentException e) {
            return ledger.writeFailure(managed, bundle.hash(), List.of(SwitchOver.finding(bundle, e)));
        }
    }

    /** Starts after a restart what shall run. */
    Managed restore(Managed managed) {
        Desired desired = managed.desired();
        Integer number = desired.activeVersion();
        if (number == null || desired.state() == IntegrationState.STOPPED) {
            newest(managed.name()).ifPresent(version -> managed.metadata(version.metadata()));
            return managed;
        }
        StoredVersion stored = stored(managed.name(), number);
        claims.reserve(managed.name(), stored.claims());
        try {
            switchOver.to(managed, switchOver.prepare(managed, stored));
            if (desired.state() == IntegrationState.FAILED) {
                write(managed, number, IntegrationState.LIVE, lastReceipt(managed));
            }
        } catch (DeploymentException e) {
            fail(managed, stored, e);
        }
        return managed;
    }

    /** Starts the version that runs once more beside itself, and switches to that. */
    Renewal renew(Managed managed) {
        Optional<Probation> interrupted = managed.probation();
        probations.interrupt(managed);
        Renewal renewal = renewServing(managed);
        interrupted.filter(open -> managed.running() != null).ifPresent(open -> probations.resume(managed, open));
        return renewal;
    }

    private Renewal renewServing(Managed managed) {
        StoredVersion stored = Objects.requireNonNull(managed.running()).stored();
        try {
            switchOver.to(managed, switchOver.prepare(managed, stored));
            return new Renewal(managed.name(), Optional.empty());
        } catch (DeploymentException e) {
            if (managed.running() == null) {
                fail(managed, stored, e);
            }
            return new Renewal(managed.name(), Optional.of(SwitchOver.finding(stored.bundle(), e)));
        }
    }

    /** Decides refused content again when it would be accepted now, and starts again what failed. */
    Optional<Retried> retry(Managed managed, Bundle file) {
        return switch (managed.desired().state()) {
            case REFUSED ->
                decisions.check(file).accepts()
                        ? Optional.of(new Retried(file, decisions.decide(managed, file, IntegrationControl.FILE)))
                        : Optional.empty();
            case FAILED -> Optional.of(new Retried(file, start(managed, IntegrationControl.FILE)));
            default -> Optional.empty();
        };
    }

    private void fail(Managed managed, StoredVersion stored, DeploymentException e) {
        LOG.error("{} could not be started: {}", stored.version().label(), e.getMessage());
        changes.accept(IntegrationChange.of(Kind.FAILED, managed.name()));
        Receipt receipt = new Receipt(
                managed.name(),
                true,
                stored.version().number(),
                stored.version().hash(),
                null,
                Instant.now(),
                List.of(SwitchOver.finding(stored.bundle(), e)));
        write(managed, stored.version().number(), IntegrationState.FAILED, receipt);
    }

    Receipt stop(Managed managed, String by) {
        probations.leave(managed, "stopped by " + by);
        RunningVersion running = managed.running();
        Desired desired = managed.desired();
        Integer number = desired.activeVersion();
        Receipt receipt =
                new Receipt(managed.name(), true, number, desired.decidedHash(), null, Instant.now(), List.of());
        write(managed, number, IntegrationState.STOPPED, receipt);
        managed.running(null);
        if (running != null) {
            deployer.stop(running);
        }
        LOG.info("{} stopped by {}", managed.name(), by);
        return receipt;
    }

    Receipt start(Managed managed, String by) {
        Integer number = managed.desired().activeVersion();
        return managed.running() != null || number == null
                ? lastReceipt(managed)
                : bringBack(managed, stored(managed.name(), number), by);
    }

    Receipt remove(Managed managed, String by) {
        Receipt receipt = new Receipt(managed.name(), true, null, "", null, Instant.now(), List.of());
        store.remove(managed.name(), receipt);
        probations.leave(managed, "removed by " + by);
        claims.release(managed.name());
        shutDown(managed);
        changes.accept(IntegrationChange.of(Kind.REMOVED, managed.name()));
        LOG.info("{} removed by {}", managed.name(), by);
        return receipt;
    }

    /** Stops what runs; what shall run stays written down. */
    Managed shutDown(Managed managed) {
        probations.interrupt(managed);
        RunningVersion running = managed.running();
        managed.running(null);
        if (running != null) {
            deployer.stop(running);
        }
        return managed;
    }

    private void write(Managed managed, @Nullable Integer number, IntegrationState state, Receipt receipt) {
        Desired desired = managed.desired();
        ledger.write(managed, number, state, desired.source(), desired.decidedHash(), receipt);
    }

    private Optional<StoredVersion> newest(String name) {
        return store.history(name).stream().findFirst().flatMap(entry -> store.version(name, entry.version()));
    }

    private StoredVersion stored(String name, int number) {
        return store.version(name, number)
                .orElseThrow(() ->
                        new IllegalStateException("the store has no " + name + "@" + number + ", which shall run"));
    }

    private static Receipt lastReceipt(Managed managed) {
        return Objects.requireNonNull(managed.receipt(), "whatever shall run was accepted with a receipt");
    }
}
