package dev.serai.runtime;

import dev.serai.console.api.ConnectionEditor;
import dev.serai.engine.cloud.connection.ConnectionDraft;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.OwnerFile;
import dev.serai.management.lifecycle.watch.Changes;
import dev.serai.management.monitoring.connection.ConnectionChange;
import dev.serai.management.monitoring.connection.ConnectionNews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a change of a connection's file into force while integrations use the connection: it is checked, tried out beside the one in
 * force, then every integration that uses it is switched; the last one that leaves the old connection closes it. One that does not work is
 * refused and changes nothing. Changes are decided one after the other.
 */
final class ConnectionSwap implements Changes, ConnectionEditor, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionSwap.class);

    private final Connections connections;
    private final ConnectionUsers users;
    private final ConnectionNews news;
    private final Auditing auditing;
    private final Trial trial;
    private final Path folder;
    private final Map<String, String> saved = new ConcurrentHashMap<>();
    /** Files whose system did not answer: tried again from time to time. */
    private final Map<String, String> waiting = new LinkedHashMap<>();
    /** Connections in use whose file is gone. */
    private final Set<String> gone = new LinkedHashSet<>();

    private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "serai connections");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param folder where the files of connections lie
     * @param users the integrations
     * @param news is told what came of each change
     * @param auditing takes every decision on record
     */
    ConnectionSwap(
            Path folder, Connections connections, ConnectionUsers users, ConnectionNews news, Auditing auditing) {
        this.folder = folder;
        this.connections = connections;
        this.users = users;
        this.news = news;
        this.auditing = auditing;
        this.trial = new Trial(PATIENCE);
    }

    /**
     * Tries again, from time to time, what could not be done yet.
     *
     * @param systems how often a system that did not answer is asked again
     * @param removals how often it is looked whether a connection whose file is gone is still in use
     */
    void begin(Duration systems, Duration removals) {
        desk.scheduleWithFixedDelay(this::askAgain, systems.toMillis(), systems.toMillis(), TimeUnit.MILLISECONDS);
        desk.scheduleWithFixedDelay(
                () -> List.copyOf(gone).forEach(this::removed),
                removals.toMillis(),
                removals.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletionStage<?> changed(Bundle file) {
        String text = new String(file.bytes(file.source()), StandardCharsets.UTF_8);
        return connections.isAsAtStart(file.name(), text) || text.equals(saved.remove(file.name()))
                ? CompletableFuture.completedFuture(text)
                : decide(file.name(), text);
    }

    /** Decides what the file of a connection holds. */
    CompletableFuture<ConnectionChange> decide(String name, String text) {
        return CompletableFuture.supplyAsync(() -> told(name, decided(name, text)), desk);
    }

    @Override
    public ConnectionChange tryOut(String name, String text) {
        return onDesk(() -> checked(name, text, draft -> {
            try (draft) {
                return trial.of(draft)
                        .map(failure -> ConnectionChange.refused(List.of(finding(
                                name,
                                "it does not answer: " + failure,
                                "correct it, or see whether the system is there"))))
                        .orElseGet(() -> ConnectionChange.accepted(List.of(), List.of()));
            }
        }));
    }

    @Override
    public ConnectionChange save(String name, String text) {
        return onDesk(() -> {
            ConnectionChange change = decided(name, text);
            if (change.accepted()) {
                write(name, text);
                news.tell(name, change);
                auditing.rememberConnections();
                tell(name, change);
            } else {
                waiting.remove(name);
            }
            return change;
        });
    }

    private <T> T onDesk(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, desk).join();
    }

    /** The watch is about to see what is written here, and has nothing to do with it. */
    private void write(String name, String text) {
        saved.put(name, text);
        try {
            Files.createDirectories(folder);
            OwnerFile.write(folder.resolve(name + ".yaml"), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            saved.remove(name);
            throw new UncheckedIOException(place(name) + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void askAgain() {
        Map.copyOf(waiting).forEach((name, text) -> {
            ConnectionChange change = decided(name, text);
            if (change.accepted()) {
                told(name, change);
            }
        });
    }

    @Override
    public CompletionStage<?> unusable(Bundle file, List<Finding> findings) {
        return CompletableFuture.supplyAsync(() -> told(file.name(), ConnectionChange.refused(findings)), desk);
    }

    @Override
    public CompletionStage<?> gone(String name) {
        return CompletableFuture.runAsync(() -> removed(name), desk);
    }

    private ConnectionChange decided(String name, String text) {
        gone.remove(name);
        waiting.remove(name);
        return checked(name, text, draft -> tried(draft, text));
    }

    private ConnectionChange checked(String name, String text, Function<ConnectionDraft, ConnectionChange> then) {
        List<Finding> findings = new ArrayList<>();
        try {
            return connections
                    .draft(name, text, findings::add)
                    .map(then)
                    .orElseGet(() -> ConnectionChange.refused(findings));
        } catch (RuntimeException e) {
            LOG.error("connection {} could not be decided", name, e);
            return ConnectionChange.refused(
                    List.of(finding(name, "it could not be decided", "the log has the details")));
        }
    }

    private ConnectionChange tried(ConnectionDraft draft, String text) {
        String name = draft.description().name();
        Optional<String> failure = trial.of(draft);
        if (failure.isEmpty()) {
            return putInForce(draft, List.of());
        }
        String seen = "it does not answer: " + failure.get();
        if (connections.has(name)) {
            draft.close();
            waiting.put(name, text);
            return ConnectionChange.refused(List.of(finding(
                    name,
                    seen + "; expected an answer before it takes the place of the one in force",
                    "correct the file; it is tried again from time to time, in case the system is not there yet")));
        }
        return putInForce(
                draft,
                List.of(Finding.warning(place(name), 0, 0, "connection", seen, "see: serai connection test " + name)));
    }

    private ConnectionChange putInForce(ConnectionDraft draft, List<Finding> findings) {
        connections.putInForce(draft);
        ConnectionUsers.Switched switched = users.follow(draft.description().name());
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(switched.findings());
        return ConnectionChange.accepted(all, switched.names());
    }

    private void removed(String name) {
        if (!connections.has(name)) {
            forget(name);
            return;
        }
        List<String> using = users.of(name);
        if (using.isEmpty()) {
            connections.remove(name);
            forget(name);
            auditing.connectionGone(name);
            LOG.info("connection {} is gone", name);
        } else if (gone.add(name)) {
            told(
                    name,
                    ConnectionChange.refused(List.of(finding(
                            name,
                            "the file is gone, and " + String.join(", ", using)
                                    + " use the connection; expected none to use one that is removed",
                            "put the file back, or remove it from the integrations"))));
        }
    }

    private void forget(String name) {
        gone.remove(name);
        waiting.remove(name);
        news.forget(name);
    }

    private ConnectionChange told(String name, ConnectionChange change) {
        news.tell(name, change);
        auditing.connection(name, change);
        tell(name, change);
        return change;
    }

    private void tell(String name, ConnectionChange change) {
        if (change.accepted()) {
            LOG.info("connection {} is in force as its file says{}", name, switched(change));
        } else {
            LOG.warn(
                    "connection {}: {}",
                    name,
                    connections.has(name) ? "the change is refused, it stays as it was" : "refused");
        }
        change.findings().forEach(finding -> LOG.warn("  {}", finding.sentence()));
    }

    private static String switched(ConnectionChange change) {
        return change.switched().isEmpty() ? "" : "; switched " + String.join(", ", change.switched());
    }

    private static Finding finding(String name, String message, String hint) {
        return Finding.error(place(name), 0, 0, "connection", message, hint);
    }

    private static String place(String name) {
        return "config/connections/" + name + ".yaml";
    }

    @Override
    public void close() {
        desk.shutdownNow();
        trial.close();
    }
}
