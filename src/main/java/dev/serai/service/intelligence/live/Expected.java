package dev.serai.service.intelligence.live;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * The range in which the next reading is expected: around the middle of the last two hundred minutes or so, joined with what this hour of
 * the week brought before, or of the day while the week is not known. What comes while an anomaly lasts moves the middle not at all; it counts
 * as something this hour may bring when the hour comes again, unless messages failed.
 */
final class Expected {

    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    private static final long HOUR = 3_600;

    /** Standard deviations of the noise that are no anomaly. */
    private static final double NOISE = 5;

    /** Of so many readings one is remembered for long. */
    private static final int SLOWER = 10;

    private static final int SLOW_FEWEST = 20;

    /** What the hours of earlier times are widened by. */
    private static final double SLACK = 0.25;

    private final Measure measure;
    private final double bucketSeconds;
    private final Recent calm = new Recent();
    private final Recent all = new Recent();
    private final Recent slow = new Recent();
    private final Profile day = new Profile(DAY);
    private final Profile week = new Profile(WEEK);
    private double gap;
    private long learned;

    Expected(Measure measure, double bucketSeconds) {
        this.measure = measure;
        this.bucketSeconds = bucketSeconds;
    }

    Range range(long epochSecond) {
        if (calm.isEmpty()) {
            return Range.ANY;
        }
        double middle = middle();
        double width = Math.max(measure.margin(middle, bucketSeconds), NOISE * calm.noise());
        Range recent = new Range(middle - width, middle + width);
        Optional<Range> before = week.range(epochSecond).or(() -> day.range(epochSecond));
        Range range = before.map(this::widened).map(recent::and).orElse(recent);
        double most = measure == Measure.ERROR_RATIO ? Math.min(1, range.high()) : range.high();
        return new Range(measure.isLowAnAnomaly() ? Math.max(0, range.low()) : 0, most);
    }

    /** A time that creeps up must not take its range with it: there the middle is that of most of a day. */
    private double middle() {
        if (measure == Measure.SILENCE) {
            return calm.largest();
        }
        return measure.family() == Measure.Family.LATENCY && slow.count() >= SLOW_FEWEST
                ? Math.min(slow.middle(), calm.middle())
                : calm.middle();
    }

    private Range widened(Range hour) {
        return new Range(hour.low() * (1 - SLACK), hour.high() * (1 + SLACK));
    }

    /** Whether the rhythm of a whole day, or of a whole week, goes into the range of now. */
    String rhythm(long epochSecond) {
        if (week.range(epochSecond).isPresent()) {
            return "week";
        }
        return day.range(epochSecond).isPresent() ? "day" : "none";
    }

    /** @param open whether an anomaly lasts */
    void learn(long epochSecond, double value, boolean open) {
        if (measure == Measure.SILENCE) {
            learnGap(epochSecond, value, open);
            return;
        }
        all.add(value);
        if (!open) {
            calm.add(value);
            if (learned++ % SLOWER == 0) {
                slow.add(value);
            }
        }
        if (!open || measure.becomesUsual()) {
            profile(epochSecond, value);
        }
    }

    /** A silence is known when it has ended; every hour of it has been that silent. */
    private void learnGap(long epochSecond, double value, boolean open) {
        if (value > 0) {
            gap = value;
            return;
        }
        if (!open) {
            calm.add(gap);
        }
        for (double silent = gap; silent > 0; silent -= HOUR) {
            profile(epochSecond - Math.round(gap - silent), silent);
        }
        profile(epochSecond, 0);
        gap = 0;
    }

    private void profile(long epochSecond, double value) {
        day.learn(epochSecond, value);
        week.learn(epochSecond, value);
    }

    /** What has come lately is what is expected from now on. */
    void adopt() {
        calm.copy(all);
        slow.copy(all);
    }

    void save(DataOutput out) throws IOException {
        calm.save(out);
        all.save(out);
        slow.save(out);
        out.writeLong(learned);
        day.save(out);
        week.save(out);
        out.writeDouble(gap);
    }

    void load(DataInput in) throws IOException {
        calm.load(in);
        all.load(in);
        slow.load(in);
        learned = in.readLong();
        day.load(in);
        week.load(in);
        gap = in.readDouble();
    }
}
