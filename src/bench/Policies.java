package bench;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.Gate;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.rule.PackedRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a set of policies costs: at the gate for the shipped integration, and for the requests of a route. The set is the shipped ones, again and again. */
final class Policies {

    private static final int POLICIES = Integer.getInteger("policies", 100);
    private static final int CHECKS = Integer.getInteger("checks", 200);
    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final int CONNECTIONS = Integer.getInteger("connections", 50);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 30));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("seconds", 3));
    private static final Path ROOT = Path.of(System.getProperty("bench.root"));

    private Policies() {}

    static void run() throws Exception {
        gate();
        route();
    }

    /** Every other turn with policies, so that both see the same weather. */
    private static void gate() throws Exception {
        Path home = Subject.newHome();
        try (Packs packs = new Packs(ROOT.resolve("connectors"), ROOT.resolve("target/packs"))) {
            PackedRules rules = new PackedRules(packs);
            var none = new dev.serai.service.governance.policy.Policies(home.resolve("none"), rules, Surroundings.NONE);
            var many = new dev.serai.service.governance.policy.Policies(write(home), rules, Surroundings.NONE);
            long begun = System.nanoTime();
            many.read();
            long read = System.nanoTime() - begun;
            Bundle orders = shipped();
            Series without = new Series();
            Series with = new Series();
            for (int turn = 0; turn < 2 * CHECKS; turn++) {
                double plain = millis(none, orders);
                double asked = millis(many, orders);
                if (turn >= CHECKS) {
                    without.add(plain);
                    with.add(asked);
                }
            }
            Table table = new Table("", "ms (median)");
            table.row("gate without policies", without.median());
            table.row("gate with " + POLICIES, with.median());
            table.row("what they add", with.median() - without.median());
            table.row("reading them for the first time, the language included", read / 1e6);
            table.print("The gate for routes/orders, " + CHECKS + " checks");
        } finally {
            Subject.remove(home);
        }
    }

    private static double millis(dev.serai.service.governance.policy.Policies policies, Bundle bundle) {
        Gate gate = new Gate(List.of(policies::check));
        long begun = System.nanoTime();
        gate.check(bundle, Landscape.EMPTY);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Bundle shipped() throws IOException {
        Path orders = ROOT.resolve("routes/orders");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(orders)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(orders.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return new Bundle("orders", "orders/", files);
    }

    /** The shipped policies, switched on, as records only: they are asked, and nothing is refused. */
    private static Path write(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("config/policies"));
        List<Path> shipped;
        try (Stream<Path> files = Files.list(ROOT.resolve("config/policies"))) {
            shipped = files.sorted().toList();
        }
        for (int i = 0; i < POLICIES; i++) {
            String text = Files.readString(shipped.get(i % shipped.size()));
            Files.writeString(
                    folder.resolve("policy-" + i + ".yaml"),
                    text.replace("enabled: false", "enabled: true").replace("severity: deny", "severity: audit"));
        }
        return folder;
    }

    private static void route() throws Exception {
        Map<String, Subject> running = new LinkedHashMap<>();
        Map<String, Series> rates = new LinkedHashMap<>();
        List<Path> homes = new ArrayList<>();
        int failed = 0;
        try {
            for (String name : List.of("none", POLICIES + " policies")) {
                Path home = Subject.newHome();
                homes.add(home);
                Files.writeString(home.resolve("routes/quote.camel.yaml"), Throughput.ROUTE);
                Files.writeString(home.resolve("routes/ready.camel.yaml"), Subject.route("/ready", "ready"));
                Files.createSymbolicLink(home.resolve("connectors"), ROOT.resolve("connectors"));
                if (running.size() == 1) {
                    write(home);
                }
                running.put(name, Subject.serai(home, Map.of()));
                rates.put(name, new Series());
                running.get(name).awaitMillis("/ready", "ready");
                load(running.get(name)).during(CONNECTIONS, WARM);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, Subject> subject : running.entrySet()) {
                    Answers answers = load(subject.getValue()).during(CONNECTIONS, TIME);
                    rates.get(subject.getKey()).add(answers.perSecond());
                    failed += answers.failed();
                }
            }
        } finally {
            running.values().forEach(Subject::close);
        }
        Table table = new Table("", "requests/s (median)", "ratio to none");
        double base = rates.get("none").median();
        rates.forEach((name, series) -> table.row(name, series.median(), Table.ratio(series.median(), base)));
        table.print("Requests of a route, " + CONNECTIONS + " connections, " + failed + " requests failed");
        for (Path home : homes) {
            Subject.remove(home);
        }
    }

    private static Load load(Subject subject) {
        return new Load(subject.port(), Load.post("/quote", Throughput.ORDER));
    }
}
