package dev.serai.service.intelligence.live;

import dev.serai.engine.database.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The anomalies that last, in memory and in the store. What the store does not take now is written at the next look. */
final class OpenAnomalies {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAnomalies.class);

    private final AnomalyTable table;
    private final Notices notices;
    private final Map<Key, Anomaly> open = new HashMap<>();
    private final Set<Key> unwritten = new HashSet<>();
    private final List<Anomaly> ended = new ArrayList<>();

    record Key(Subject subject, Measure measure) {

        static Key of(Anomaly anomaly) {
            return new Key(anomaly.subject(), anomaly.measure());
        }
    }

    OpenAnomalies(AnomalyTable table, Notices notices) {
        this.table = table;
        this.notices = notices;
        table.list(new AnomalyTable.Filter(null, true, null, Integer.MAX_VALUE))
                .forEach(one -> open.put(Key.of(one), one));
    }

    void begins(Anomaly anomaly) {
        LOG.warn("{}; {}", anomaly.sentence(), anomaly.causes().get(0).text());
        put(anomaly);
    }

    private void put(Anomaly anomaly) {
        open.put(Key.of(anomaly), anomaly);
        unwritten.add(Key.of(anomaly));
    }

    void change(Key key, UnaryOperator<Anomaly> change) {
        Anomaly before = open.get(key);
        if (before != null) {
            Anomaly after = change.apply(before);
            if (!after.equals(before)) {
                put(after);
            }
        }
    }

    void ends(Key key, UnaryOperator<Anomaly> end) {
        Optional.ofNullable(open.remove(key)).map(end).ifPresent(anomaly -> {
            LOG.info("{} is over: {}", anomaly.sentence(), anomaly.end());
            unwritten.remove(key);
            ended.add(anomaly);
        });
    }

    Collection<Anomaly> all() {
        return List.copyOf(open.values());
    }

    boolean has(Key key) {
        return open.containsKey(key);
    }

    /** Writes what has changed, and tells what has begun or ended. */
    void write() {
        try {
            for (Key key : List.copyOf(unwritten)) {
                open.computeIfPresent(key, (same, anomaly) -> written(anomaly));
                unwritten.remove(key);
            }
            for (Anomaly anomaly : List.copyOf(ended)) {
                notices.ended(written(anomaly));
                ended.remove(anomaly);
            }
        } catch (StoreException e) {
            LOG.warn("anomalies could not be written to the store; that is tried again: {}", e.getMessage());
        }
    }

    private Anomaly written(Anomaly anomaly) {
        if (anomaly.id() != 0) {
            table.update(anomaly);
            return anomaly;
        }
        Anomaly numbered = anomaly.numbered(table.insert(anomaly));
        notices.begun(numbered);
        return numbered;
    }

    /** A person has taken note of one. */
    void acknowledged(Anomaly anomaly) {
        open.computeIfPresent(
                Key.of(anomaly),
                (key, now) -> now.id() == anomaly.id() && anomaly.acknowledgement() != null
                        ? now.acknowledged(anomaly.acknowledgement())
                        : now);
    }
}
