package dev.serai.service.intelligence.live;

import dev.serai.foundation.Latencies;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** A route whose traffic is drawn minute by minute: more by day than by night, less on Saturday and Sunday, heavy-tailed times and sizes. */
final class SimulatedRoute {

    static final int DAY = 1_440;
    private static final int MOST_DRAWN = 100;

    private final Random random;
    private final double perMinute;
    private final Watched watched = new Watched(new Watched.Plan(60, 120, ZoneOffset.UTC));
    private final Map<Measure, List<Long>> begun = new EnumMap<>(Measure.class);
    private long minute;

    /** What a minute is like. */
    record Minute(double perMinute, double millis, double lostShare, double bytes) {

        Minute busier(double times) {
            return new Minute(perMinute * times, millis, lostShare, bytes);
        }

        Minute slower(double times) {
            return new Minute(perMinute, millis * times, lostShare, bytes);
        }

        Minute losing(double share) {
            return new Minute(perMinute, millis, share, bytes);
        }

        Minute larger(double times) {
            return new Minute(perMinute, millis, lostShare, bytes * times);
        }
    }

    SimulatedRoute(long seed, double perMinute) {
        this.random = new Random(seed);
        this.perMinute = perMinute;
    }

    /** Lets so many minutes pass as usual. */
    SimulatedRoute pass(long minutes) {
        return pass(minutes, usual -> usual);
    }

    SimulatedRoute pass(long minutes, UnaryOperator<Minute> change) {
        return passChanging(minutes, at -> change);
    }

    /** @param change by how many of these minutes have passed */
    SimulatedRoute passChanging(long minutes, LongFunction<UnaryOperator<Minute>> change) {
        for (long at = 0; at < minutes; at++) {
            read(moved(change.apply(at).apply(usual())));
            minute++;
        }
        return this;
    }

    private Minute usual() {
        double hour = minute % DAY / 60.0;
        double day = 0.15 + 0.85 * Math.pow(Math.max(0, Math.sin(Math.PI * (hour - 5) / 17)), 1.5);
        double week = minute / DAY % 7 < 5 ? 1 : 0.4;
        return new Minute(perMinute * day * week, 20 + 10 * day, 0.002, 2_000);
    }

    private Moved moved(Minute like) {
        long total = poisson(like.perMinute);
        int drawn = (int) Math.min(total, MOST_DRAWN);
        Latencies latencies = new Latencies();
        long bytes = 0;
        for (int i = 0; i < drawn; i++) {
            latencies.record((long) (like.millis * 1e6 * Math.exp(0.5 * random.nextGaussian())));
            bytes += (long) (like.bytes * Math.exp(0.6 * random.nextGaussian()));
        }
        long[] counts = new long[Latencies.BUCKETS];
        latencies.addTo(counts);
        long lost = Math.min(total, poisson(total * like.lostShare));
        return new Moved(total, lost, counts, bytes, drawn, Double.NaN, Map.of(), Set.of("orders"), "");
    }

    private long poisson(double mean) {
        if (mean > 50) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        long count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return Math.max(0, count);
    }

    private void read(Moved moved) {
        long now = Duration.ofMinutes(minute + 1).toMillis();
        watched.readings(moved).forEach((measure, value) -> {
            boolean quiet = watched.isOpen(measure.family());
            if (watched.series(measure).next(now, value, quiet) == Series.Verdict.BEGINS) {
                begun.computeIfAbsent(measure, none -> new ArrayList<>()).add(minute);
            }
        });
    }

    /** The minute that is next. */
    long minute() {
        return minute;
    }

    /** When anomalies of a measure were told. */
    List<Long> told(Measure measure) {
        return begun.getOrDefault(measure, List.of());
    }

    /** How many anomalies were told from a minute on. */
    long toldSince(long from) {
        return begun.values().stream()
                .flatMap(List::stream)
                .filter(at -> at >= from)
                .count();
    }

    Series series(Measure measure) {
        return watched.series(measure);
    }

    @Override
    public String toString() {
        return begun.toString();
    }
}
