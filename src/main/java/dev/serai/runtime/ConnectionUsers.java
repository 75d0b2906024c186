package dev.serai.runtime;

import dev.serai.engine.cloud.connection.Connections;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.control.Renewal;
import dev.serai.management.lifecycle.control.Retried;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The integrations as the connections see them: who uses one, and who is to follow when it changes. */
final class ConnectionUsers {

    private final Connections connections;
    private final IntegrationControl control;
    private final Auditing auditing;

    /** @param auditing takes on record what becomes of integrations that are tried again */
    ConnectionUsers(Connections connections, IntegrationControl control, Auditing auditing) {
        this.connections = connections;
        this.control = control;
        this.auditing = auditing;
    }

    /**
     * What came of a switch.
     *
     * @param names the integrations that use the new connection
     * @param findings why others do not
     */
    record Switched(List<String> names, List<Finding> findings) {}

    /** The integrations whose running version uses a connection. */
    List<String> of(String connection) {
        return control.names().stream()
                .filter(name -> control.running(name)
                        .filter(running -> connections.isUsedBy(running.camel(), connection))
                        .isPresent())
                .toList();
    }

    /** Switches everybody who still uses the connection as it was, and tries again who could not do without it. */
    Switched follow(String connection) {
        List<Renewal> renewals = together(control.names().stream()
                .map(name -> control.renew(name, context -> connections.isOutdatedIn(context, connection)))
                .toList());
        together(control.names().stream()
                        .map(name -> control.retry(name, bundle -> mentions(bundle, connection)))
                        .toList())
                .forEach(this::record);
        return new Switched(
                renewals.stream()
                        .filter(renewal -> renewal.refusal().isEmpty())
                        .map(Renewal::integration)
                        .toList(),
                renewals.stream().flatMap(renewal -> renewal.refusal().stream()).toList());
    }

    /** Every step runs in its integration's own order; this waits for all of them. */
    private static <T> List<T> together(List<CompletableFuture<Optional<T>>> steps) {
        CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new)).join();
        return steps.stream().flatMap(step -> step.join().stream()).toList();
    }

    private void record(Retried retried) {
        auditing.saved(retried.bundle(), retried.receipt());
    }

    private static boolean mentions(Bundle bundle, String connection) {
        return bundle.files().values().stream()
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(connection + ":"));
    }
}
