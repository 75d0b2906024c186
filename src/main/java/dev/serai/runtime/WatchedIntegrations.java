package dev.serai.runtime;

import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.settings.HealthSettings;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.store.Desired;
import dev.serai.management.lifecycle.store.VersionStore;
import dev.serai.management.monitoring.RunningIntegration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The integrations as the watch sees them: each running version with what its files say of its health. */
final class WatchedIntegrations {

    private final IntegrationControl control;
    private final VersionStore store;
    private final Configuration configuration;
    private final Map<String, RunningIntegration> known = new ConcurrentHashMap<>();
    private final Map<String, Boolean> critical = new ConcurrentHashMap<>();

    WatchedIntegrations(IntegrationControl control, VersionStore store, Configuration configuration) {
        this.control = control;
        this.store = store;
        this.configuration = configuration;
    }

    List<IntegrationStatus> statuses() {
        return control.status();
    }

    /** What serves now; nothing is kept of what does not any more. */
    List<RunningIntegration> running() {
        List<RunningIntegration> running = control.names().stream()
                .flatMap(name -> control.running(name).stream())
                .map(this::known)
                .toList();
        known.keySet().retainAll(running.stream().map(RunningIntegration::name).collect(Collectors.toSet()));
        return running;
    }

    private RunningIntegration known(RunningVersion version) {
        return known.compute(
                version.stored().version().name(),
                (name, before) -> before != null && before.context() == version.camel() ? before : read(name, version));
    }

    private RunningIntegration read(String name, RunningVersion version) {
        HealthSettings own = configuration
                .forIntegration(version.stored().bundle())
                .settings()
                .health();
        return new RunningIntegration(
                name,
                version.number(),
                version.camel(),
                version.stored().metadata().critical(),
                own.stalledAfter(),
                own.errorPercent());
    }

    /** Whether one that does not serve calls itself critical: what its stored version says, read once for each failure. */
    boolean isCritical(IntegrationStatus status) {
        return critical.computeIfAbsent(status.name() + " " + status.since(), unseen -> stored(status.name()));
    }

    private boolean stored(String name) {
        Optional<Integer> number = store.desired(name).map(Desired::activeVersion);
        return number.flatMap(active -> store.version(name, active))
                .filter(version -> version.metadata().critical())
                .isPresent();
    }
}
