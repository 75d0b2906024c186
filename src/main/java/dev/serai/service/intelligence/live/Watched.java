package dev.serai.service.intelligence.live;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/** One subject: what was gathered of it, and a series for each measure that it has. */
final class Watched {

    private final Plan plan;
    private final Gathered gathered;
    private final Shares shares = new Shares();
    private final Map<Measure, Series> series = new EnumMap<>(Measure.class);

    /**
     * How subjects are watched.
     *
     * @param bucketSeconds length of a bucket
     * @param learning readings before anything is told
     * @param zone whose days and weeks the traffic follows
     */
    record Plan(double bucketSeconds, int learning, ZoneId zone) {

        Series series(Measure measure) {
            return new Series(measure, bucketSeconds, learning, zone);
        }
    }

    Watched(Plan plan) {
        this.plan = plan;
        this.gathered = new Gathered(plan.bucketSeconds);
    }

    Map<Measure, Double> readings(Moved moved) {
        return gathered.readings(moved);
    }

    Series series(Measure measure) {
        return series.computeIfAbsent(measure, plan::series);
    }

    boolean has(Measure measure) {
        return series.containsKey(measure);
    }

    Map<Measure, Series> all() {
        return series;
    }

    Shares shares() {
        return shares;
    }

    boolean isOpen(Measure.Family family) {
        return series.entrySet().stream()
                .anyMatch(
                        one -> one.getKey().family() == family && one.getValue().isOpen());
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(series.size());
        for (Map.Entry<Measure, Series> one : series.entrySet()) {
            out.writeUTF(one.getKey().word());
            one.getValue().save(out);
        }
    }

    static Watched load(Plan plan, DataInputStream in) throws IOException {
        Watched watched = new Watched(plan);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String word = in.readUTF();
            Measure measure =
                    Measure.ofWord(word).orElseThrow(() -> new IOException("there is no measure \"" + word + "\""));
            watched.series(measure).load(in);
        }
        return watched;
    }
}
