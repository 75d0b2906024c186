package dev.serai.service.intelligence.live;

import dev.serai.foundation.Latencies;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a bucket brought for one subject.
 *
 * @param total messages that were done
 * @param lost those of them that failed or became dead letters
 * @param latencies durations by bucket of {@link Latencies}
 * @param bytes sizes, together, of those that were looked at
 * @param sized how many these were
 * @param waiting messages that wait in front of it; NaN where that is not known
 * @param clients how many, of those that were looked at, came from whom; empty where that is not known
 * @param users the integrations that it works for
 * @param error what went wrong last; empty when nothing did
 */
record Moved(
        long total,
        long lost,
        long[] latencies,
        long bytes,
        long sized,
        double waiting,
        Map<String, Long> clients,
        Set<String> users,
        String error) {

    static final Moved NOTHING = new Moved(0, 0, new long[Latencies.BUCKETS], 0, 0, Double.NaN, Map.of(), Set.of(), "");

    /** Both together. */
    Moved and(Moved other) {
        Map<String, Long> all = new HashMap<>(clients);
        other.clients.forEach((client, count) -> all.merge(client, count, Long::sum));
        Set<String> both = new TreeSet<>(users);
        both.addAll(other.users);
        return new Moved(
                total + other.total,
                lost + other.lost,
                sum(latencies, other.latencies, 1),
                bytes + other.bytes,
                sized + other.sized,
                Double.isNaN(waiting) ? other.waiting : Double.isNaN(other.waiting) ? waiting : waiting + other.waiting,
                all,
                both,
                other.error.isEmpty() ? error : other.error);
    }

    static long[] sum(long[] one, long[] other, int sign) {
        long[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * other[i];
        }
        return sum;
    }

    Moved waiting(double messages) {
        return new Moved(total, lost, latencies, bytes, sized, messages, clients, users, error);
    }
}
