package dev.serai.management.monitoring.alert;

import dev.serai.foundation.tls.ServerTls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the alerts that are active. It remembers when each was first seen: one thread does the looking. */
public final class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final Comparator<Alert> WORST_FIRST =
            Comparator.comparing(Alert::severity).thenComparing(Alert::since).thenComparing(Alert::id);

    private final List<AlertSource> sources;
    private final Map<String, Instant> firstSeen = new HashMap<>();

    /** @param sources all reasons to alert */
    public Alerts(List<AlertSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Those that Serai has by itself.
     *
     * @param window how long back failed messages and new dead letters are counted
     * @param deadLetters how many still wait of those that were kept within the window, by integration
     * @param ports those that speak TLS
     * @param more what others find
     */
    public static Alerts standard(
            Duration window, Supplier<Map<String, Long>> deadLetters, List<ServerTls> ports, AlertSource... more) {
        List<AlertSource> own = List.of(
                new FailedIntegrations(),
                new DownChecks(),
                new DownConnections(),
                new RefusedConnections(),
                new ErrorRatios(window),
                new NewDeadLetters(deadLetters, window),
                new RefusedChanges(),
                new ChangedFiles(),
                new Certificates(ports));
        return new Alerts(Stream.concat(own.stream(), Stream.of(more)).toList());
    }

    /** The alerts that hold now, the worst first. */
    public List<Alert> look(Situation situation) {
        Instant now = Instant.now();
        Map<String, Alert> found = new HashMap<>();
        for (Condition condition : conditions(situation)) {
            found.putIfAbsent(condition.id(), alert(condition, now));
        }
        firstSeen.keySet().retainAll(found.keySet());
        return found.values().stream().sorted(WORST_FIRST).toList();
    }

    private List<Condition> conditions(Situation situation) {
        List<Condition> all = new ArrayList<>();
        for (AlertSource source : sources) {
            try {
                all.addAll(source.look(situation).toList());
            } catch (RuntimeException e) {
                LOG.warn("alerts of {} cannot be told", source.getClass().getSimpleName(), e);
            }
        }
        return all;
    }

    private Alert alert(Condition condition, Instant now) {
        Instant first = firstSeen.computeIfAbsent(condition.id(), unseen -> now);
        return new Alert(
                condition.id(),
                condition.severity(),
                condition.kind(),
                condition.subject(),
                condition.integration(),
                condition.since() == null ? first : condition.since(),
                condition.message(),
                condition.hint());
    }
}
