package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** An HTTP integration is saved again and again while requests come: how many fail, and how much longer do they take. */
final class Switch {

    private static final int ROUNDS = Integer.getInteger("rounds", 100);
    private static final int CONNECTIONS = Integer.getInteger("connections", 50);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 20));

    private final Table table = new Table("", "switches", "requests", "failed", "p50 ms", "p99 ms", "p99 / before");

    static void run() throws Exception {
        Switch bench = new Switch();
        bench.measure("plain Camel, routes reload", true);
        bench.measure("Serai", false);
        bench.table.print("Switch under " + CONNECTIONS + " connections");
    }

    private void measure(String name, boolean plain) throws Exception {
        Path home = Subject.newHome();
        Files.writeString(home.resolve("routes/probe.camel.yaml"), Subject.route("/probe", "v0"));
        try (Subject subject = plain ? Subject.camel(home, true) : Subject.serai(home, Map.of())) {
            subject.awaitMillis("/probe", "v0");
            Load load = new Load(subject.port(), Load.get("/probe"));
            load.during(CONNECTIONS, WARM);
            Answers before = load.during(CONNECTIONS, Duration.ofSeconds(5));
            row(name + ", before", 0, before, before);
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Answers> answers = CompletableFuture.supplyAsync(() -> loaded(load, done));
            switches(subject, done);
            row(name + ", switching", ROUNDS, answers.get(), before);
        }
        Subject.remove(home);
    }

    private static void switches(Subject subject, AtomicBoolean done) throws Exception {
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                subject.save("probe.camel.yaml", Subject.route("/probe", "v" + round));
                subject.awaitMillis("/probe", "v" + round);
            }
        } finally {
            done.set(true);
        }
    }

    private static Answers loaded(Load load, AtomicBoolean done) {
        try {
            return load.until(CONNECTIONS, done::get);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void row(String name, int switches, Answers answers, Answers before) {
        double p99 = answers.percentileMillis(99);
        table.row(
                name,
                switches,
                answers.fine() + answers.failed(),
                answers.failed(),
                answers.percentileMillis(50),
                p99,
                Table.ratio(p99, before.percentileMillis(99)));
    }
}
