package dev.serai.management.monitoring.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.camel.CamelContext;

/** For how long numbers have not changed; they go with the context that they belong to. */
final class Stillness {

    private record Mark(long number, long since) {}

    private final Map<CamelContext, Map<String, Mark>> marks = new WeakHashMap<>();

    /** For how long this number has been what it is; zero at the first look and after each change. */
    Duration of(CamelContext context, String what, long number) {
        Map<String, Mark> ofContext = marks.computeIfAbsent(context, unseen -> new HashMap<>());
        long now = System.nanoTime();
        Mark mark = ofContext.get(what);
        if (mark == null || mark.number != number) {
            ofContext.put(what, new Mark(number, now));
            return Duration.ZERO;
        }
        return Duration.ofNanos(now - mark.since);
    }

    /** Begins anew: standing still is right at the moment. */
    void forget(CamelContext context, String what) {
        Map<String, Mark> ofContext = marks.get(context);
        if (ofContext != null) {
            ofContext.remove(what);
        }
    }
}
