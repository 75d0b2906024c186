package dev.serai.management.lifecycle.control;

import dev.serai.engine.database.StoreException;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.store.Desired;
import dev.serai.management.lifecycle.store.VersionStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what was decided, in the store first and then in memory. */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final VersionStore store;

    Ledger(VersionStore store) {
        this.store = store;
    }

    /**
     * Writes what shall run, and the receipt that says why.
     *
     * @throws StoreException when it could not be written; nothing has changed then
     */
    Receipt write(
            Managed managed,
            @Nullable Integer active,
            IntegrationState state,
            String source,
            String decidedHash,
            Receipt receipt) {
        Desired desired = plan(managed, active, state, source, decidedHash, receipt.at());
        store.decide(desired, receipt);
        managed.decided(desired, receipt);
        return receipt;
    }

    /** What shall run, not written yet; it keeps its time while its state and version stay. */
    static Desired plan(
            Managed managed,
            @Nullable Integer active,
            IntegrationState state,
            String source,
            String decidedHash,
            Instant now) {
        Desired before = managed.desired();
        boolean same = before.state() == state && Objects.equals(before.activeVersion(), active);
        return new Desired(managed.name(), active, state, same ? before.since() : now, source, decidedHash);
    }

    /** Writes a plan down; it is told when it has come true. */
    void writeDown(Desired plan, Receipt receipt) {
        store.decide(plan, receipt);
    }

    /**
     * A refusal that a full or lost store cannot keep is at least shown and logged until the next restart, and the same content is decided
     * again when it is saved again. What a person stopped stays stopped.
     */
    Receipt writeRefusal(
            Managed managed, @Nullable Integer active, String source, String decidedHash, Receipt receipt) {
        tell(receipt);
        boolean stopped = managed.desired().state() == IntegrationState.STOPPED;
        IntegrationState state = stopped ? IntegrationState.STOPPED : IntegrationState.REFUSED;
        try {
            return write(managed, active, state, source, decidedHash, receipt);
        } catch (StoreException e) {
            LOG.error("{}: the refusal could not be written down: {}", managed.name(), e.getMessage());
            managed.decided(plan(managed, active, state, source, "", receipt.at()), receipt);
            return receipt;
        }
    }

    /** What a person wished could not be done; what shall run stays as it was. */
    Receipt writeFailure(Managed managed, String hash, List<Finding> findings) {
        Receipt receipt =
                new Receipt(managed.name(), false, null, hash, managed.activeNumber(), Instant.now(), findings);
        tell(receipt);
        Desired desired = managed.desired();
        return write(
                managed, desired.activeVersion(), desired.state(), desired.source(), desired.decidedHash(), receipt);
    }

    private static void tell(Receipt receipt) {
        Integer active = receipt.activeVersion();
        LOG.warn(
                "{} refused; {}",
                receipt.name(),
                active == null ? "nothing of it runs" : receipt.name() + "@" + active + " runs on");
        receipt.findings().forEach(finding -> LOG.warn("  {}", finding.sentence()));
    }
}
