package dev.serai.management.lifecycle.watch;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.settings.WatchSettings;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the watched folder with how it looked before, and tells what changed once it has been quiet for long enough. */
final class FolderState {

    private static final Logger LOG = LoggerFactory.getLogger(FolderState.class);
    private static final Duration REMOVAL = Duration.ofSeconds(10);

    private final WatchedFolder folder;
    private final WatchSettings settings;
    private final Changes changes;
    private final Map<String, Tracked> tracked = new LinkedHashMap<>();

    FolderState(WatchedFolder folder, WatchSettings settings, Changes changes, Collection<Watcher.Known> known) {
        this.folder = folder;
        this.settings = settings;
        this.changes = changes;
        known.forEach(one -> tracked.put(one.name(), Tracked.known(one.source())));
    }

    /** Whether something has changed and not been told yet. */
    boolean isUnsettled() {
        return tracked.values().stream().anyMatch(Tracked::isUnsettled);
    }

    /**
     * Looks at the folder once.
     *
     * @param first whether to tell at once what stands there, as at start
     * @throws IOException when the folder cannot be listed; nothing is concluded from that
     */
    void scan(boolean first) throws IOException {
        long now = System.nanoTime();
        Map<String, List<Unit>> units = new LinkedHashMap<>();
        for (Unit unit : folder.units(sources())) {
            units.computeIfAbsent(unit.name(), name -> new ArrayList<>()).add(unit);
        }
        for (String name : List.copyOf(tracked.keySet())) {
            if (!units.containsKey(name)) {
                missing(name, now, first);
            }
        }
        boolean removalPending = tracked.values().stream().anyMatch(Tracked::isMissing);
        List<CompletableFuture<?>> decided = new ArrayList<>();
        for (Map.Entry<String, List<Unit>> entry : units.entrySet()) {
            boolean waits = removalPending && !tracked.containsKey(entry.getKey());
            if (!waits) {
                decided.addAll(present(entry.getKey(), entry.getValue(), now, first));
            }
        }
        if (first) {
            CompletableFuture.allOf(decided.toArray(CompletableFuture[]::new)).join();
        }
    }

    private Set<String> sources() {
        return tracked.values().stream().map(Tracked::source).collect(Collectors.toSet());
    }

    /** A file that is away for a moment is being replaced by an editor or a checkout; only one that stays away is gone. */
    private void missing(String name, long now, boolean first) {
        Tracked unit = tracked(name);
        unit.missing(now);
        if (first || unit.missingFor(now).compareTo(settings.quiet().multipliedBy(2)) >= 0) {
            tracked.remove(name);
            if (unit.isAnnounced()) {
                await(name, changes.gone(name).toCompletableFuture());
            }
        }
    }

    /** Names are free again only after the removal; a renamed file would otherwise clash with itself. */
    private static void await(String name, CompletableFuture<?> removal) {
        try {
            removal.get(REMOVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.error("{} could not be removed", name, e.getCause());
        } catch (TimeoutException e) {
            LOG.info("{} is still draining", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Tracked tracked(String name) {
        return tracked.computeIfAbsent(name, unknown -> new Tracked());
    }

    private List<CompletableFuture<?>> present(String name, List<Unit> units, long now, boolean first) {
        Tracked state = tracked(name);
        try {
            state.seen(snapshot(units), now);
            if (first || state.isQuiet(now, settings)) {
                return tell(state, units, first);
            }
        } catch (NoSuchFileException e) {
            state.missing(now);
        } catch (IOException e) {
            return unreadable(state, units.get(0), e);
        }
        return List.of();
    }

    private static Snapshot snapshot(List<Unit> units) throws IOException {
        Map<Path, String> stamps = new HashMap<>();
        long size = 0;
        for (Unit unit : units) {
            Snapshot one = Snapshot.of(unit);
            stamps.putAll(one.stamps());
            size += one.size();
        }
        return new Snapshot(stamps, size);
    }

    private List<CompletableFuture<?>> tell(Tracked state, List<Unit> units, boolean first) throws IOException {
        Unit unit = state.preferred(units);
        Bundle bundle = BundleReader.read(unit);
        if (!first && state.mayStillGrow(bundle)) {
            return List.of();
        }
        if (!snapshot(units).equals(state.snapshot())) {
            return List.of();
        }
        state.told(unit.source());
        CompletableFuture<?> told = changes.changed(bundle).toCompletableFuture();
        List<CompletableFuture<?>> all = new ArrayList<>(List.of(told));
        if (units.size() > 1) {
            all.add(changes.unusable(bundle, List.of(clash(unit, units))).toCompletableFuture());
        }
        return all;
    }

    private Finding clash(Unit unit, List<Unit> units) {
        List<String> places =
                units.stream().map(one -> folder.place(one.source())).toList();
        return Finding.error(
                folder.place(unit.source()),
                0,
                0,
                "name",
                "the name %s is claimed by %s".formatted(unit.name(), String.join(" and ", places)),
                "rename or remove one of them");
    }

    private List<CompletableFuture<?>> unreadable(Tracked state, Unit unit, IOException e) {
        if (state.isToldUnreadable(String.valueOf(e.getMessage()))) {
            return List.of();
        }
        Finding finding = Finding.error(
                folder.place(unit.source()),
                0,
                0,
                "readable",
                "it cannot be read: " + reason(e),
                "check that the user Serai runs as may read it");
        Bundle empty = new Bundle(unit.name(), unit.source(), Map.of());
        return List.of(changes.unusable(empty, List.of(finding)).toCompletableFuture());
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        @Nullable String message = e.getMessage();
        return message == null ? kind : kind + ", " + message;
    }
}
