package dev.serai.runtime;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.watch.Changes;
import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditLog;
import dev.serai.service.governance.policy.Policies;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up what changes in {@code config/policies/}: for the next deployments, and for messages at once. What was refused is tried again, and
 * what runs goes on until it is deployed anew.
 */
final class WatchedPolicies implements Changes {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedPolicies.class);
    private static final Caller FOLDER = Caller.runtime("watched folder");
    private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

    private final Policies policies;
    private final AuditLog audit;
    private final IntegrationControl control;
    private volatile boolean begun;

    WatchedPolicies(Policies policies, AuditLog audit, IntegrationControl control) {
        this.policies = policies;
        this.audit = audit;
        this.control = control;
    }

    /** What stood there at the start has been read. */
    void begin() {
        begun = true;
    }

    @Override
    public CompletionStage<?> changed(Bundle file) {
        if (begun) {
            take(file.name(), "changed");
        }
        return DONE;
    }

    @Override
    public CompletionStage<?> unusable(Bundle file, List<Finding> findings) {
        tellRefused(file.name(), findings);
        return DONE;
    }

    @Override
    public CompletionStage<?> gone(String name) {
        take(name, "is gone");
        return DONE;
    }

    private void take(String name, String what) {
        List<Finding> wrong = policies.read().stream().filter(Finding::refuses).toList();
        if (!wrong.isEmpty()) {
            tellRefused(name, wrong);
            return;
        }
        LOG.info("policy {} {}; it holds from now on", name, what);
        audit.submit(new AuditEvent(FOLDER, "policy.change", name, Outcome.DONE, "its file " + what));
        control.names().forEach(integration -> control.retry(integration, bundle -> true));
    }

    private void tellRefused(String name, List<Finding> findings) {
        findings.forEach(finding -> LOG.warn("the policies stay as they were: {}", finding.sentence()));
        Finding first = findings.get(0);
        audit.submit(
                new AuditEvent(FOLDER, "policy.change", name, Outcome.REFUSED, first.place() + ": " + first.message()));
    }
}
