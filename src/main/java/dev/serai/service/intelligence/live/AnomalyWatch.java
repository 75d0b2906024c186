package dev.serai.service.intelligence.live;

import dev.serai.engine.database.Database;
import dev.serai.engine.database.StoreException;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at what moves once in a bucket of time, and says what is unusual, since when, and why. */
public final class AnomalyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AnomalyWatch.class);

    /** Looks for which a cause may still be found after an anomaly began: a slow system is seen a bucket after what waits for it. */
    private static final int LATE_CAUSES = 5;

    /** A death of the process costs what was learned in so long. */
    private static final Duration SAVED_WITHIN = Duration.ofMinutes(10);

    private final Settings settings;
    private final Watched.Plan plan;
    private final AnomalyTable table;
    private final LearnedTable learned;
    private final Mutes mutes;
    private final Causes causes;
    private final OpenAnomalies open;
    private final Map<Subject, Watched> watched = new HashMap<>();
    private final Queue<Subject> unsaved = new ArrayDeque<>();
    private final int looksBetweenSaves;
    private int part;
    private boolean full;

    /**
     * How closely is watched.
     *
     * @param bucket how often
     * @param learning readings before anything is told of a series
     * @param mostSeries series that are watched at most; each takes up to 200 KB
     * @param zone whose days and weeks the traffic follows
     */
    public record Settings(Duration bucket, int learning, int mostSeries, ZoneId zone) {}

    /**
     * How it is with one series.
     *
     * @param subject what is watched
     * @param measure what is measured
     * @param state {@code learning}, {@code watching} or {@code anomalous}
     * @param readings how many were read
     * @param learning how many it needs before anything is told
     * @param rhythm what the expected range of now knows: {@code week}, {@code day}, or {@code none} but the last hours
     */
    public record SeriesState(
            Subject subject, Measure measure, String state, long readings, int learning, String rhythm) {}

    /** What there is to look at. */
    public record Look(
            List<RunningIntegration> running, List<IntegrationStatus> statuses, List<ConnectionStatus> connections) {}

    public AnomalyWatch(Database database, Settings settings, Mutes mutes, Notices notices) {
        this.settings = settings;
        this.plan = new Watched.Plan(settings.bucket.toMillis() / 1e3, settings.learning, settings.zone);
        this.table = new AnomalyTable(database);
        this.learned = new LearnedTable(database, settings.bucket);
        this.mutes = mutes;
        this.causes = new Causes(settings.bucket);
        this.open = new OpenAnomalies(table, notices);
        this.looksBetweenSaves = (int) Math.max(1, SAVED_WITHIN.toMillis() / settings.bucket.toMillis());
        learned.forgetOld();
    }

    /** Ends a bucket. */
    synchronized void look(Instant now, Look look, Map<Subject, Moved> moved) {
        List<OpenAnomalies.Key> begun = new ArrayList<>();
        moved.forEach((subject, what) -> {
            if (!mutes.covers(subject)) {
                read(subject, what, now, begun);
            }
        });
        Surroundings around = new Surroundings(look.statuses, look.connections, moved, shares());
        List<Causes.Strange> strange = strange(now, moved);
        begun.forEach(key -> begin(key, around, strange));
        findCauses(now, around, strange);
        learnClients(moved);
        endWhatIsGone(now, moved);
        open.write();
        saveSome(moved.keySet());
    }

    private void read(Subject subject, Moved what, Instant now, List<OpenAnomalies.Key> begun) {
        Watched one = watched.computeIfAbsent(subject, this::remembered);
        one.readings(what).forEach((measure, value) -> {
            if (!one.has(measure) && isFull()) {
                return;
            }
            Series series = one.series(measure);
            OpenAnomalies.Key key = new OpenAnomalies.Key(subject, measure);
            boolean quiet = one.isOpen(measure.family());
            switch (series.next(now.toEpochMilli(), value, quiet)) {
                case BEGINS -> begun.add(key);
                case LASTS -> open.change(key, anomaly -> anomaly.lasting(value, series.score()));
                case ENDS -> open.ends(key, anomaly -> anomaly.ended(now, "it is as expected again"));
                case ADOPTED ->
                    open.ends(key, anomaly -> anomaly.ended(now, "it has lasted so long that it is expected now"));
                case USUAL -> {}
            }
        });
    }

    private boolean isFull() {
        boolean now =
                watched.values().stream().mapToInt(one -> one.all().size()).sum() >= settings.mostSeries;
        if (now && !full) {
            LOG.warn(
                    "{} series are watched for anomalies, no more are begun; raise serai.anomaly.most-series, each takes"
                            + " up to 200 KB",
                    settings.mostSeries);
        }
        full = now;
        return now;
    }

    private Watched remembered(Subject subject) {
        try {
            Watched known =
                    learned.load(subject.id(), in -> Watched.load(plan, in)).orElseGet(() -> new Watched(plan));
            known.all().forEach((measure, series) -> {
                if (!open.has(new OpenAnomalies.Key(subject, measure))) {
                    series.close();
                }
            });
            return known;
        } catch (IOException | StoreException e) {
            LOG.warn("what was learned of {} cannot be read, it is learned anew: {}", subject.id(), e.toString());
            return new Watched(plan);
        }
    }

    private void begin(OpenAnomalies.Key key, Surroundings around, List<Causes.Strange> strange) {
        Series series = seriesOf(key);
        Point first = series.first();
        Anomaly anomaly = new Anomaly(
                0,
                key.subject(),
                key.measure(),
                first.range(),
                first.value(),
                first.value(),
                series.score(),
                Instant.ofEpochMilli(first.epochMilli()).minus(settings.bucket),
                null,
                "",
                series.rhythm(first.epochMilli()),
                List.of(),
                null);
        Anomaly lasting = anomaly.lasting(series.newest().value(), series.score());
        open.begins(lasting.with(causes.of(lasting, around, strange)));
    }

    private Series seriesOf(OpenAnomalies.Key key) {
        return watched.computeIfAbsent(key.subject(), this::remembered).series(key.measure());
    }

    private void findCauses(Instant now, Surroundings around, List<Causes.Strange> strange) {
        Instant young = now.minus(settings.bucket.multipliedBy(LATE_CAUSES));
        open.all().stream()
                .filter(anomaly -> anomaly.since().isAfter(young)
                        || anomaly.causes().stream().noneMatch(Cause::explains))
                .forEach(anomaly -> open.change(
                        OpenAnomalies.Key.of(anomaly), before -> better(before, causes.of(before, around, strange))));
    }

    /** The cause that explains nothing gives way to one that does; what was found is kept. */
    private static Anomaly better(Anomaly anomaly, List<Cause> found) {
        List<Cause> all = new ArrayList<>(anomaly.causes());
        List<String> known = all.stream().map(Cause::kind).toList();
        found.stream().filter(one -> !known.contains(one.kind())).forEach(all::add);
        if (all.size() == anomaly.causes().size()) {
            return anomaly;
        }
        List<Cause> explained = all.stream().filter(Cause::explains).toList();
        return anomaly.with(explained.isEmpty() ? all : explained);
    }

    /** What was read a while ago says nothing of now. */
    private List<Causes.Strange> strange(Instant now, Map<Subject, Moved> moved) {
        long fresh = now.minus(settings.bucket.multipliedBy(2)).toEpochMilli();
        List<Causes.Strange> strange = new ArrayList<>();
        moved.keySet().forEach(subject -> Optional.ofNullable(watched.get(subject))
                .ifPresent(one -> one.all().forEach((measure, series) -> {
                    if (series.isOutsideSince(fresh)) {
                        Point newest = series.newest();
                        strange.add(new Causes.Strange(subject, measure, newest.value(), newest.range()));
                    }
                })));
        return strange;
    }

    private Map<Subject, Shares> shares() {
        return watched.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                .shares()));
    }

    /** What a client sends while its route is unusual is not usual. */
    private void learnClients(Map<Subject, Moved> moved) {
        moved.forEach((subject, what) -> Optional.ofNullable(watched.get(subject))
                .filter(one -> one.all().values().stream().noneMatch(series -> series.isOutsideSince(0)))
                .ifPresent(one -> one.shares().learn(what.clients())));
    }

    /** What does not run any more is not unusual; a maintenance window ends what it covers, too. */
    private void endWhatIsGone(Instant now, Map<Subject, Moved> moved) {
        for (Anomaly anomaly : open.all()) {
            String why = !moved.containsKey(anomaly.subject())
                    ? "it does not run any more"
                    : mutes.covers(anomaly.subject()) ? "a maintenance window began" : "";
            if (!why.isEmpty()) {
                OpenAnomalies.Key key = OpenAnomalies.Key.of(anomaly);
                seriesOf(key).close();
                open.ends(key, before -> before.ended(now, why));
            }
        }
    }

    /** Saves a part of what was learned in turn: everything once in a while, and what has ended leaves the memory. */
    private void saveSome(Set<Subject> running) {
        if (unsaved.isEmpty()) {
            unsaved.addAll(watched.keySet());
            part = Math.max(1, (unsaved.size() + looksBetweenSaves - 1) / looksBetweenSaves);
        }
        for (int i = 0; i < part && !unsaved.isEmpty(); i++) {
            Subject subject = unsaved.remove();
            if (save(subject) && !running.contains(subject)) {
                watched.remove(subject);
            }
        }
    }

    /** Writes all that was learned to the store. */
    synchronized void save() {
        watched.keySet().forEach(this::save);
    }

    private boolean save(Subject subject) {
        Watched one = watched.get(subject);
        try {
            if (one != null && !one.all().isEmpty()) {
                learned.save(subject.id(), one::save);
            }
            return true;
        } catch (IOException | StoreException e) {
            LOG.warn("what was learned of {} could not be saved; that is tried again: {}", subject.id(), e.toString());
            return false;
        }
    }

    /** What lasts now. */
    public synchronized List<Anomaly> lasting() {
        return open.all().stream().filter(one -> one.id() != 0).toList();
    }

    /** How it is with every series, by subject. */
    public synchronized List<SeriesState> series() {
        long now = Instant.now().toEpochMilli();
        return watched.entrySet().stream()
                .sorted(Comparator.comparing(one -> one.getKey().id()))
                .flatMap(one -> one.getValue().all().entrySet().stream()
                        .map(series -> state(one.getKey(), series.getKey(), series.getValue(), now)))
                .toList();
    }

    private SeriesState state(Subject subject, Measure measure, Series series, long now) {
        String state = series.isLearning() ? "learning" : series.isOpen() ? "anomalous" : "watching";
        return new SeriesState(subject, measure, state, series.seen(), settings.learning, series.rhythm(now));
    }

    /** The last readings of a series; without a point when there is none. */
    public synchronized Chart chart(Subject subject, Measure measure) {
        Watched one = watched.get(subject);
        return Chart.of(
                settings.bucket,
                one == null || !one.has(measure)
                        ? List.of()
                        : one.series(measure).points());
    }

    /**
     * A person takes note of one.
     *
     * @return the anomaly then; empty when there is none of that number
     */
    public synchronized Optional<Anomaly> acknowledge(long id, Anomaly.Acknowledgement taken) {
        if (!table.acknowledge(id, taken)) {
            return Optional.empty();
        }
        Optional<Anomaly> anomaly = table.find(id);
        anomaly.ifPresent(open::acknowledged);
        return anomaly;
    }

    /** Those in the store. */
    public AnomalyTable table() {
        return table;
    }
}
