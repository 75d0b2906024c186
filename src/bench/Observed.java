package bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What message history, the detection of anomalies and traces cost: requests a second of the same route with and without, warmed up, then measured in turn. */
final class Observed {

    private static final int GENERATIONS = Integer.getInteger("generations", 2);
    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final int CONNECTIONS = Integer.getInteger("connections", 50);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 30));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("seconds", 3));

    private final Map<String, Series> rates = new LinkedHashMap<>();
    private final AtomicInteger batches = new AtomicInteger();
    private int failed;

    static void run() throws Exception {
        Observed bench = new Observed();
        HttpServer receiver = bench.receiver();
        try {
            for (int generation = 0; generation < GENERATIONS; generation++) {
                bench.generation("http://127.0.0.1:" + receiver.getAddress().getPort());
            }
        } finally {
            receiver.stop(0);
        }
        bench.print();
    }

    /** Takes spans and forgets them. */
    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v1/traces", exchange -> {
            exchange.getRequestBody().readAllBytes();
            batches.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Map<String, Map<String, String>> subjects(String endpoint) {
        Map<String, String> off = Map.of("SERAI_HISTORY_ENABLED", "false", "SERAI_ANOMALY_ENABLED", "false");
        Map<String, Map<String, String>> subjects = new LinkedHashMap<>();
        subjects.put("neither", off);
        subjects.put("history", Map.of());
        subjects.put("history, headers and body at each step", Map.of("SERAI_HISTORY_BODIES", "true"));
        subjects.put(
                "anomalies, judged each second",
                Map.of("SERAI_HISTORY_ENABLED", "false", "SERAI_ANOMALY_INTERVAL", "1s"));
        subjects.put("traces, 1 in 10", with(off, endpoint, "0.1"));
        subjects.put("traces, all", with(off, endpoint, "1"));
        return subjects;
    }

    private static Map<String, String> with(Map<String, String> more, String endpoint, String ratio) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put("SERAI_TRACING_ENDPOINT", endpoint);
        all.put("SERAI_TRACING_SAMPLE_RATIO", ratio);
        return all;
    }

    private void generation(String endpoint) throws Exception {
        Map<String, Subject> running = new LinkedHashMap<>();
        List<Path> homes = new ArrayList<>();
        try {
            for (Map.Entry<String, Map<String, String>> subject :
                    subjects(endpoint).entrySet()) {
                Path home = Subject.newHome();
                homes.add(home);
                Files.writeString(home.resolve("routes/quote.camel.yaml"), Throughput.ROUTE);
                Files.writeString(home.resolve("routes/ready.camel.yaml"), Subject.route("/ready", "ready"));
                running.put(subject.getKey(), Subject.serai(home, subject.getValue()));
                running.get(subject.getKey()).awaitMillis("/ready", "ready");
            }
            measure(running);
        } finally {
            running.values().forEach(Subject::close);
        }
        for (Path home : homes) {
            Subject.remove(home);
        }
    }

    private void measure(Map<String, Subject> running) throws Exception {
        for (Subject subject : running.values()) {
            load(subject).during(CONNECTIONS, WARM);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Subject> subject : running.entrySet()) {
                Answers answers = load(subject.getValue()).during(CONNECTIONS, TIME);
                rates.computeIfAbsent(subject.getKey(), name -> new Series()).add(answers.perSecond());
                failed += answers.failed();
            }
        }
    }

    private static Load load(Subject subject) {
        return new Load(subject.port(), Load.post("/quote", Throughput.ORDER));
    }

    private void print() {
        Table table = new Table("", "requests/s (median)", "ratio to neither");
        double base = rates.get("neither").median();
        rates.forEach((name, series) -> table.row(name, series.median(), Table.ratio(series.median(), base)));
        table.print("Cost of history and traces, " + CONNECTIONS + " connections, " + failed + " requests failed, "
                + batches + " batches of spans arrived");
    }
}
