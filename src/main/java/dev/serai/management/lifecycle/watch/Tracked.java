package dev.serai.management.lifecycle.watch;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.settings.WatchSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is remembered of one unit between two looks at the folder. */
final class Tracked {

    private static final Snapshot NEVER = new Snapshot(Map.of(), 0);
    private static final long NOT = Long.MIN_VALUE;

    private Snapshot snapshot = NEVER;
    private String source = "";
    private long changedAt;
    private long missingSince = NOT;
    private boolean grewOnce;
    private boolean told;
    private boolean announced;
    private @Nullable String unreadable;

    static Tracked known(String source) {
        Tracked tracked = new Tracked();
        tracked.source = source;
        tracked.told = true;
        tracked.announced = true;
        return tracked;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    String source() {
        return source;
    }

    boolean isUnsettled() {
        return !told || missingSince != NOT;
    }

    boolean isMissing() {
        return missingSince != NOT;
    }

    void missing(long now) {
        if (missingSince == NOT) {
            missingSince = now;
        }
    }

    Duration missingFor(long now) {
        return Duration.ofNanos(now - missingSince);
    }

    void seen(Snapshot current, long now) {
        missingSince = NOT;
        if (current.equals(snapshot)) {
            return;
        }
        boolean growing = !told && current.size() > snapshot.size() && snapshot.size() > 0;
        snapshot = current;
        changedAt = now;
        told = false;
        grewOnce |= growing;
        unreadable = null;
    }

    boolean isQuiet(long now, WatchSettings settings) {
        Duration quiet = grewOnce ? settings.growing() : settings.quiet();
        return !told && now - changedAt >= quiet.toNanos();
    }

    /** Content that stops in the middle of a line is waited for as if it had been seen growing. */
    boolean mayStillGrow(Bundle bundle) {
        if (grewOnce || bundle.files().values().stream().noneMatch(Snapshot::endsInTheMiddle)) {
            return false;
        }
        grewOnce = true;
        return true;
    }

    /** Whether anybody has heard of it; one that was empty for a moment, and then no route, is not told to be gone. */
    boolean isAnnounced() {
        return announced;
    }

    void told(String from) {
        told = true;
        announced = true;
        grewOnce = false;
        source = from;
    }

    /** Two units of one name: the one that was there first is the integration. */
    Unit preferred(List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.source().equals(source))
                .findFirst()
                .orElse(units.get(0));
    }

    boolean isToldUnreadable(String reason) {
        boolean before = reason.equals(unreadable);
        unreadable = reason;
        told = true;
        announced = true;
        return before;
    }
}
