package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** What packs cost that nobody uses: start and idle memory with all connectors in the home, against none. */
final class Packs {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final Duration SETTLE = Duration.ofSeconds(Integer.getInteger("settle", 10));

    static void run() throws Exception {
        Path without = home();
        Path with = home();
        copy(Path.of(System.getProperty("bench.root"), "connectors"), with.resolve("connectors"));
        Measured none = new Measured(new Series(), new Series());
        Measured all = new Measured(new Series(), new Series());
        for (int round = 0; round < ROUNDS; round++) {
            measure(without, none);
            measure(with, all);
        }
        Subject.remove(without);
        Subject.remove(with);
        Table table = new Table("connectors", "start median ms", "ratio", "idle median MB", "ratio");
        row(table, "none", none, none);
        row(table, "all, none used", all, none);
        table.print("Packs that nobody uses, " + ROUNDS + " rounds in turn");
    }

    private record Measured(Series start, Series memory) {}

    private static Path home() throws IOException {
        Path home = Subject.newHome();
        Files.writeString(home.resolve("routes/probe.camel.yaml"), Subject.route("/probe", "here"));
        return home;
    }

    private static void measure(Path home, Measured measured) throws Exception {
        long start = System.nanoTime();
        try (Subject serai = Subject.serai(home, Map.of())) {
            serai.awaitMillis("/probe", "here");
            measured.start.add((System.nanoTime() - start) / 1e6);
            Thread.sleep(SETTLE.toMillis());
            measured.memory.add(serai.memory("VmRSS"));
        }
    }

    private static void row(Table table, String name, Measured measured, Measured baseline) {
        table.row(
                name,
                measured.start.median(),
                Table.ratio(measured.start.median(), baseline.start.median()),
                measured.memory.median(),
                Table.ratio(measured.memory.median(), baseline.memory.median()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
