package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationChange;
import dev.serai.foundation.IntegrationChange.Kind;
import dev.serai.management.lifecycle.deploy.Deployer;
import dev.serai.management.lifecycle.deploy.DeploymentException;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.store.StoredVersion;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves an integration from one version to the next, and back when the next cannot go on. */
final class SwitchOver {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchOver.class);

    private final Deployer deployer;
    private final Claims claims;
    private final Consumer<IntegrationChange> changes;

    SwitchOver(Deployer deployer, Claims claims, Consumer<IntegrationChange> changes) {
        this.deployer = deployer;
        this.claims = claims;
        this.changes = changes;
    }

    /**
     * Starts a version beside the one that runs.
     *
     * @throws DeploymentException when it cannot start; the names are those of the version that runs again
     */
    RunningVersion prepare(Managed managed, StoredVersion stored) throws DeploymentException {
        return prepare(managed, stored, false);
    }

    /**
     * The same for a version that may be about to take a share of the requests.
     *
     * @throws DeploymentException when it cannot start; the names are those of the versions that run
     */
    RunningVersion prepare(Managed managed, StoredVersion stored, boolean shareable) throws DeploymentException {
        try {
            return shareable ? deployer.prepareShareable(stored) : deployer.prepare(stored);
        } catch (DeploymentException e) {
            keepClaims(managed);
            throw e;
        }
    }

    /**
     * Switches to a prepared version, once that is written down.
     *
     * @param writtenDown writes that it shall run
     * @throws RuntimeException when that could not be written; the version before runs on
     * @throws DeploymentException when it could not go on; the version before runs again, if it can
     */
    void to(Managed managed, RunningVersion next, Runnable writtenDown) throws DeploymentException {
        try {
            writtenDown.run();
        } catch (RuntimeException e) {
            deployer.discard(next);
            keepClaims(managed);
            throw e;
        }
        to(managed, next);
    }

    /** Switches to a prepared version of which it is written down already that it shall run. */
    void to(Managed managed, RunningVersion next) throws DeploymentException {
        RunningVersion before = managed.running();
        managed.running(next);
        long began = System.nanoTime();
        try {
            deployer.switchOver(before, next);
            if (before != null) {
                changes.accept(IntegrationChange.since(began, Kind.SWITCHED, managed.name()));
            }
            keepClaims(managed);
        } catch (DeploymentException e) {
            managed.running(before == null ? null : revive(before.stored()));
            keepClaims(managed);
            throw e;
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

    /** Keeps the names of what runs, and no other. */
    void keepClaims(Managed managed) {
        if (managed.running() == null) {
            claims.release(managed.name());
        } else {
            claims.reserve(managed.name(), managed.claims());
        }
    }

    /** How a failed start is told. */
    static Finding finding(Bundle bundle, DeploymentException e) {
        return Finding.error(
                bundle.place(),
                0,
                0,
                "start",
                "it passed the checks but could not be started: " + e.getMessage(),
                "correct it and save the file again");
    }
}
