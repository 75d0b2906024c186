package dev.serai.management.lifecycle.control;

import dev.serai.foundation.HistoryEntry;
import dev.serai.management.lifecycle.NoSuchVersionException;
import dev.serai.management.lifecycle.store.Desired;
import dev.serai.management.lifecycle.store.StoredVersion;
import dev.serai.management.lifecycle.store.VersionStore;
import java.util.List;

/** The stored versions that an integration can be brought back to. */
record Past(VersionStore store) {

    /** The version of that number. */
    StoredVersion version(String name, int number) {
        return store.version(name, number)
                .orElseThrow(() -> new NoSuchVersionException(
                        "%s has no version %d; it has %s".formatted(name, number, numbers(name))));
    }

    /** The version before the one that shall run, but for those that did not pass their probation. */
    StoredVersion previous(String name) {
        int active = store.desired(name).map(Desired::activeVersion).orElse(Integer.MAX_VALUE);
        int number = store.history(name).stream()
                .filter(entry -> entry.probation() == null)
                .map(HistoryEntry::version)
                .filter(stored -> stored < active)
                .findFirst()
                .orElseThrow(() -> new NoSuchVersionException(
                        "%s has no earlier version to go back to; it has %s".formatted(name, numbers(name))));
        return version(name, number);
    }

    private String numbers(String name) {
        List<HistoryEntry> history = store.history(name);
        return history.isEmpty()
                ? "none"
                : history.stream()
                        .map(entry -> String.valueOf(entry.version()))
                        .toList()
                        .toString();
    }
}
