package dev.serai.service.intelligence.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which share of the messages comes from which client, on a long average. */
final class Shares {

    private static final double NEWEST = 0.05;
    private static final double NOBODY = 0.001;
    private static final int MOST = 64;

    /** The share of messages from which on a client dominates. */
    private static final double MUCH = 0.5;

    /** What it must have come from for that to be new. */
    private static final double MORE = 0.25;

    private final Map<String, Double> usual = new HashMap<>();

    /**
     * A client that sends most messages and usually does not.
     *
     * @param client who
     * @param now its share now
     * @param before its usual share
     */
    record Dominating(String client, double now, double before) {}

    void learn(Map<String, Long> clients) {
        double sum = sum(clients);
        if (sum == 0) {
            return;
        }
        usual.replaceAll((client, share) -> share * (1 - NEWEST));
        clients.forEach((client, count) -> usual.merge(client, NEWEST * count / sum, Double::sum));
        usual.values().removeIf(share -> share < NOBODY);
        if (usual.size() > MOST) {
            usual.clear();
        }
    }

    Optional<Dominating> dominating(Map<String, Long> clients) {
        double sum = sum(clients);
        return clients.entrySet().stream()
                .map(one -> new Dominating(one.getKey(), one.getValue() / sum, usual.getOrDefault(one.getKey(), 0.0)))
                .filter(one -> one.now >= MUCH && one.now - one.before >= MORE)
                .max(Comparator.comparing(Dominating::now));
    }

    private static double sum(Map<String, Long> clients) {
        return clients.values().stream().mapToLong(Long::longValue).sum();
    }
}
