package bench;

import java.nio.file.Path;
import java.util.Map;

/** From the moment a file is saved to the first answer of its new content; then from the wish to go back to the first answer of the old. */
final class SaveToLive {

    private static final int ROUNDS = Integer.getInteger("rounds", 30);
    private static final int FLEET = Integer.getInteger("fleet", 200);

    private final Table table = new Table("", "median ms", "p95 ms", "ratio to plain Camel");
    private double baseline;

    static void run() throws Exception {
        SaveToLive bench = new SaveToLive();
        bench.plainCamel();
        bench.serai(0);
        bench.serai(FLEET);
        bench.table.print("Save to live, " + ROUNDS + " rounds each");
    }

    private void plainCamel() throws Exception {
        Path home = Subject.newHome();
        java.nio.file.Files.writeString(home.resolve("routes/probe.camel.yaml"), Subject.route("/probe", "v0"));
        try (Subject camel = Subject.camel(home, true)) {
            camel.awaitMillis("/probe", "v0");
            Series saves = saves(camel);
            baseline = saves.median();
            row("plain Camel, routes reload, one file", saves);
        }
        Subject.remove(home);
    }

    private void serai(int others) throws Exception {
        Path home = Subject.newHome();
        Fleet.write(home, others);
        java.nio.file.Files.writeString(home.resolve("routes/probe.camel.yaml"), Subject.route("/probe", "v0"));
        try (Subject serai = Subject.serai(home, Map.of())) {
            Fleet.await(serai, others);
            serai.awaitMillis("/probe", "v0");
            String among = others == 0 ? "alone" : "among " + others;
            row("Serai, " + among, saves(serai));
            row("Serai, rollback, " + among, rollbacks(serai));
        }
        Subject.remove(home);
    }

    private Series saves(Subject subject) throws Exception {
        Series series = new Series();
        for (int round = 1; round <= ROUNDS; round++) {
            String text = "v" + round;
            subject.save("probe.camel.yaml", Subject.route("/probe", text));
            series.add(subject.awaitMillis("/probe", text));
        }
        return series;
    }

    private Series rollbacks(Subject serai) throws Exception {
        Series series = new Series();
        for (int round = ROUNDS - 1; round >= 1; round--) {
            long start = System.nanoTime();
            serai.post("/integrations/probe/rollback");
            serai.awaitMillis("/probe", "v" + round);
            series.add((System.nanoTime() - start) / 1e6);
        }
        return series;
    }

    private void row(String name, Series series) {
        table.row(name, series.median(), series.percentile(95), Table.ratio(series.median(), baseline));
    }
}
