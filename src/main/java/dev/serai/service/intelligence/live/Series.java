package dev.serai.service.intelligence.live;

import dev.serai.service.intelligence.anomaly.AnomalyDetector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * One measure of one subject: what was learned of it, and whether it is unusual now. An anomaly begins when two readings of three lie outside
 * the expected range and the detector found something strange lately; it ends when three in a row lie inside.
 */
final class Series {

    /** Numbers that each signal of the detector remembers. */
    static final int MEMORY = 2_000;

    /** Points that are kept for the chart. */
    private static final int CHART = 240;

    private static final int OF = 3;
    private static final int OUTSIDE = 2;
    private static final int INSIDE = 3;

    /** Readings that the detector's finding counts for: a creep is strange before it leaves the range. */
    private static final int LATELY = 30;

    /** Readings after which what lasts is no anomaly any more: a day of minutes. */
    private static final long ADOPTED = 1_440;

    private final Measure measure;
    private final int learning;
    private final ZoneId zone;
    private final AnomalyDetector detector = new AnomalyDetector(MEMORY);
    private final Expected expected;
    private final Deque<Point> points = new ArrayDeque<>();
    private long seen;
    private boolean open;
    private long openSince;

    /** What a reading tells. */
    enum Verdict {
        USUAL,
        BEGINS,
        LASTS,
        ENDS,
        /** It has lasted for so long that it is the usual now. */
        ADOPTED
    }

    /**
     * @param learning readings before anything is told
     * @param zone whose days and weeks the traffic follows
     */
    Series(Measure measure, double bucketSeconds, int learning, ZoneId zone) {
        this.measure = measure;
        this.learning = learning;
        this.zone = zone;
        this.expected = new Expected(measure, bucketSeconds);
    }

    /** @param quiet whether nothing may begin now, because the same is told already */
    Verdict next(long epochMilli, double value, boolean quiet) {
        long clock = clock(epochMilli);
        Range range = expected.range(clock);
        double score = detector.lastingScore(clock, value);
        seen++;
        points.addLast(new Point(epochMilli, value, range, score));
        if (points.size() > CHART) {
            points.removeFirst();
        }
        expected.learn(clock, value, open);
        return open ? lasting() : beginning(quiet);
    }

    private long clock(long epochMilli) {
        long second = Math.floorDiv(epochMilli, 1000L);
        return second + zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }

    private Verdict beginning(boolean quiet) {
        if (quiet || isLearning() || !isOutside(points.getLast())) {
            return Verdict.USUAL;
        }
        List<Point> last = last(OF);
        if (last.stream().filter(this::isOutside).count() < OUTSIDE || score() < AnomalyDetector.ANOMALY) {
            return Verdict.USUAL;
        }
        open = true;
        openSince = seen;
        return Verdict.BEGINS;
    }

    private Verdict lasting() {
        if (last(INSIDE).stream().noneMatch(this::isOutside)) {
            open = false;
            return Verdict.ENDS;
        }
        if (measure.becomesUsual() && seen - openSince >= ADOPTED) {
            open = false;
            expected.adopt();
            return Verdict.ADOPTED;
        }
        return Verdict.LASTS;
    }

    /** Where no messages come at all, that is told as silence. */
    private boolean isOutside(Point point) {
        return !point.range().holds(point.value()) && !(measure == Measure.THROUGHPUT && point.value() == 0);
    }

    private List<Point> last(int count) {
        return points.stream().skip(Math.max(0, points.size() - count)).toList();
    }

    /** How strange the strangest of the last readings was, 0 to 1. */
    double score() {
        return last(LATELY).stream().mapToDouble(Point::score).max().orElse(0);
    }

    /** The first of the last readings that lies outside, of those that begin an anomaly. */
    Point first() {
        return last(OF).stream().filter(this::isOutside).findFirst().orElse(points.getLast());
    }

    Point newest() {
        return points.getLast();
    }

    /** Whether the newest reading lies outside the expected range, or an anomaly lasts, unless it was read before that time. */
    boolean isOutsideSince(long epochMilli) {
        return !points.isEmpty()
                && !isLearning()
                && points.getLast().epochMilli() >= epochMilli
                && (open || isOutside(points.getLast()));
    }

    boolean isLearning() {
        return seen < learning;
    }

    boolean isOpen() {
        return open;
    }

    long seen() {
        return seen;
    }

    String rhythm(long epochMilli) {
        return expected.rhythm(clock(epochMilli));
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    /** Another ended it. */
    void close() {
        open = false;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(seen);
        out.writeBoolean(open);
        out.writeLong(openSince);
        expected.save(out);
        detector.save(out);
        out.writeInt(points.size());
        for (Point point : points) {
            out.writeLong(point.epochMilli());
            out.writeDouble(point.value());
            out.writeDouble(point.range().low());
            out.writeDouble(point.range().high());
            out.writeDouble(point.score());
        }
    }

    void load(DataInput in) throws IOException {
        seen = in.readLong();
        open = in.readBoolean();
        openSince = in.readLong();
        expected.load(in);
        detector.load(in);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            points.addLast(new Point(
                    in.readLong(), in.readDouble(), new Range(in.readDouble(), in.readDouble()), in.readDouble()));
        }
    }
}
