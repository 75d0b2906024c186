package dev.serai.runtime;

import dev.serai.engine.enterprise.transformation.Change;
import dev.serai.engine.enterprise.transformation.Transformations;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.settings.Settings;
import dev.serai.management.lifecycle.watch.Changes;
import dev.serai.management.lifecycle.watch.WatchedFolder;
import dev.serai.management.lifecycle.watch.Watcher;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what the watcher sees in {@code transformations/} to the routes that use them, once it has passed its samples. */
final class WatchedTransformations implements Changes {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTransformations.class);
    private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

    private final Transformations transformations;
    private final Auditing auditing;
    private volatile boolean begun;

    private WatchedTransformations(Transformations transformations, Auditing auditing) {
        this.transformations = transformations;
        this.auditing = auditing;
    }

    /** What stands there now is used as it is; from now on changes are decided upon. Empty when nothing is followed. */
    static Optional<Watcher> follow(Settings settings, Transformations transformations, Auditing auditing) {
        if (!settings.watch().enabled()) {
            return Optional.empty();
        }
        WatchedTransformations changes = new WatchedTransformations(transformations, auditing);
        Watcher watcher = new Watcher(
                WatchedFolder.ofTransformations(settings.transformations()), settings.watch(), changes, List.of());
        watcher.start();
        changes.begun = true;
        return Optional.of(watcher);
    }

    @Override
    public CompletionStage<?> changed(Bundle folder) {
        if (begun) {
            tell(folder.name(), transformations.changed(folder.name()));
        }
        return DONE;
    }

    private void tell(String name, Change change) {
        if (change.isRefused()) {
            unusable(name, change.findings());
        } else if (change.isNew()) {
            LOG.info("transformation {} has changed; its samples pass, and its routes use it from now on", name);
            auditing.transformation(name);
        }
    }

    @Override
    public CompletionStage<?> unusable(Bundle folder, List<Finding> findings) {
        unusable(folder.name(), findings);
        return DONE;
    }

    private void unusable(String name, List<Finding> findings) {
        findings.forEach(finding -> LOG.warn("transformation {} is refused: {}", name, finding.sentence()));
        auditing.transformation(name, findings.get(0));
    }

    @Override
    public CompletionStage<?> gone(String name) {
        LOG.warn(
                "transformation {} is gone from its folder; the routes that use it go on until they are started anew",
                name);
        return DONE;
    }
}
