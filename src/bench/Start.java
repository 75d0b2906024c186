package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** From the start of the process to the first answer. */
final class Start {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    static void run() throws Exception {
        Path home = Subject.newHome();
        Files.writeString(home.resolve("routes/probe.camel.yaml"), Subject.route("/probe", "here"));
        Series camel = new Series();
        Series first = new Series();
        Series archived = new Series();
        Series plain = new Series();
        for (int round = 0; round < ROUNDS; round++) {
            Subject.remove(home.resolve("state"));
            camel.add(millis(home, () -> Subject.camel(home, false)));
            first.add(millis(home, () -> Subject.serai(home, Map.of())));
            archived.add(millis(home, () -> Subject.serai(home, Map.of())));
            plain.add(millis(home, () -> Subject.serai(home, Map.of("SERAI_OPTS", "-XX:AOTMode=off"))));
        }
        Subject.remove(home);
        Table table = new Table("", "median ms", "slowest ms", "ratio to plain Camel");
        row(table, "plain Camel, no archive", camel, camel);
        row(table, "Serai, archive, empty state (first start)", first, camel);
        row(table, "Serai, archive", archived, camel);
        row(table, "Serai, no archive", plain, camel);
        table.print("Start to first message, " + ROUNDS + " rounds in turn");
    }

    private static void row(Table table, String name, Series series, Series baseline) {
        table.row(name, series.median(), series.percentile(100), Table.ratio(series.median(), baseline.median()));
    }

    private static double millis(Path home, Starter starter) throws Exception {
        long start = System.nanoTime();
        try (Subject subject = starter.start()) {
            subject.awaitMillis("/probe", "here");
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private interface Starter {
        Subject start() throws Exception;
    }
}
