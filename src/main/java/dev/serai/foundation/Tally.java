package dev.serai.foundation;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts something by integration, from any thread, since the process began. */
public final class Tally {

    /** How many names it tells apart; what comes under further ones is counted together. */
    public static final int MOST_NAMES = 5_000;

    /** The name under which further ones are counted together; no integration can have it. */
    public static final String OTHERS = "(others)";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(String integration) {
        count(integration, 1);
    }

    public void count(String integration, long more) {
        LongAdder known = counts.get(integration);
        (known == null ? added(integration) : known).add(more);
    }

    /** Lets a name stand at 0 until something is counted, so that a reader sees the first one come. */
    public void know(String integration) {
        if (!counts.containsKey(integration)) {
            added(integration);
        }
    }

    private LongAdder added(String integration) {
        String name = counts.size() < MOST_NAMES ? integration : OTHERS;
        return counts.computeIfAbsent(name, unseen -> new LongAdder());
    }

    /** The counts by name, in order. */
    public Map<String, Long> counts() {
        Map<String, Long> seen = new TreeMap<>();
        counts.forEach((name, count) -> seen.put(name, count.sum()));
        return seen;
    }

    public void forget(String integration) {
        counts.remove(integration);
    }
}
