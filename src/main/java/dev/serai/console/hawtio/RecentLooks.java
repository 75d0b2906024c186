package dev.serai.console.hawtio;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has looked at what within the last ten minutes; the newest 1,000 are remembered. */
final class RecentLooks {

    private static final int MOST = 1_000;
    private static final long QUIET = Duration.ofMinutes(10).toNanos();

    private final Map<String, Long> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /** Whether the same was looked at within the time, and remembers that it is now if not. */
    synchronized boolean isRepeated(String caller, String subject) {
        long now = System.nanoTime();
        Long before = seen.get(caller + " " + subject);
        if (before != null && now - before < QUIET) {
            return true;
        }
        seen.put(caller + " " + subject, now);
        return false;
    }
}
