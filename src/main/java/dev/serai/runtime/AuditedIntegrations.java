package dev.serai.runtime;

import dev.serai.console.api.Act;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditTrail;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The integrations as Java code in this process changes them: each change goes on record under the name that the code gives. */
record AuditedIntegrations(IntegrationManager integrations, AuditTrail audit) implements IntegrationManager {

    @Override
    public Receipt deploy(Bundle bundle, String by) {
        return recorded("integration.deploy", by, () -> integrations.deploy(bundle, by));
    }

    @Override
    public Receipt rollback(String name, @Nullable Integer version, String by) {
        return recorded("integration.rollback", by, () -> integrations.rollback(name, version, by));
    }

    @Override
    public Receipt undeploy(String name, String by) {
        return recorded("integration.undeploy", by, () -> integrations.undeploy(name, by));
    }

    @Override
    public Receipt redeploy(String name, String by) {
        return recorded("integration.redeploy", by, () -> integrations.redeploy(name, by));
    }

    @Override
    public Optional<Bundle> submitted(String name) {
        return integrations.submitted(name);
    }

    @Override
    public Receipt stop(String name, String by) {
        return recorded("integration.stop", by, () -> integrations.stop(name, by));
    }

    @Override
    public Receipt start(String name, String by) {
        return recorded("integration.start", by, () -> integrations.start(name, by));
    }

    private Receipt recorded(String action, String by, Supplier<Receipt> change) {
        audit.expectRecord();
        Receipt receipt = change.get();
        Act act = Act.of(receipt);
        audit.record(new AuditEvent(Caller.runtime(by), action, act.subject(), act.outcome(), act.detail()));
        return receipt;
    }

    @Override
    public List<IntegrationStatus> status() {
        return integrations.status();
    }

    @Override
    public Optional<IntegrationStatus> status(String name) {
        return integrations.status(name);
    }

    @Override
    public Optional<Receipt> receipt(String name) {
        return integrations.receipt(name);
    }

    @Override
    public List<HistoryEntry> history(String name) {
        return integrations.history(name);
    }

    @Override
    public Optional<Bundle> content(String name, int version) {
        return integrations.content(name, version);
    }

    @Override
    public List<String> logs(String name, int lines) {
        return integrations.logs(name, lines);
    }

    @Override
    public List<String> leftovers() {
        return integrations.leftovers();
    }
}
