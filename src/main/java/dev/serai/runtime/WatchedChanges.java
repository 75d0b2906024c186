package dev.serai.runtime;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.probation.ProbationEnd;
import dev.serai.management.lifecycle.watch.Changes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carries what the watcher sees to the integrations. What was refused because another integration has a name is decided
 * again when any integration changes.
 */
final class WatchedChanges implements Changes {

    private static final Set<String> CLASHES = Set.of("duplicate", "name");

    private final IntegrationControl control;
    private final Auditing auditing;
    private final Map<String, Bundle> clashing = new ConcurrentHashMap<>();

    /** @param auditing takes every decision on record */
    WatchedChanges(IntegrationControl control, Auditing auditing) {
        this.control = control;
        this.auditing = auditing;
        control.tellProbations(this::ended);
    }

    /** The names that one of the two versions had are free. */
    private void ended(ProbationEnd end) {
        auditing.probation(end.version(), end.judgement());
        reconsider(end.version().name());
    }

    @Override
    public CompletionStage<?> changed(Bundle bundle) {
        return control.changed(bundle).thenAccept(receipt -> receipt.ifPresent(told -> after(bundle, told)));
    }

    @Override
    public CompletionStage<?> unusable(Bundle bundle, List<Finding> findings) {
        return control.unusable(bundle, findings).thenRun(() -> auditing.unusable(bundle, findings.get(0)));
    }

    @Override
    public CompletionStage<?> gone(String name) {
        clashing.remove(name);
        return control.gone(name).thenAccept(receipt -> {
            receipt.ifPresent(told -> auditing.gone(name));
            reconsider(name);
        });
    }

    private void after(Bundle bundle, Receipt receipt) {
        auditing.saved(bundle, receipt);
        clashing.remove(bundle.name());
        if (receipt.accepted()) {
            reconsider(bundle.name());
        } else if (receipt.findings().stream().anyMatch(finding -> CLASHES.contains(finding.check()))) {
            clashing.put(bundle.name(), bundle);
        }
    }

    private void reconsider(String changed) {
        clashing.forEach((name, bundle) -> {
            if (!name.equals(changed)) {
                control.retry(name, content -> content.hash().equals(bundle.hash()))
                        .thenAccept(retried -> retried.ifPresent(told -> after(bundle, told.receipt())));
            }
        });
    }
}
