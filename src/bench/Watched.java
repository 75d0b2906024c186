package bench;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What it costs to be watched: requests a second of one route while metrics are scraped each second and the API is asked as the console asks it,
 * against the same process left alone; both are measured in turn, and which comes first changes from round to round.
 */
final class Watched {

    private static final int GENERATIONS = Integer.getInteger("generations", 2);
    private static final int ROUNDS = Integer.getInteger("rounds", 6);
    private static final int CONNECTIONS = Integer.getInteger("connections", 50);
    private static final int FLEET = Integer.getInteger("fleet", 20);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 30));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("seconds", 5));

    /** What the pages of the console ask for every two seconds; those that this Serai does not have are left out. */
    private static final List<String> CONSOLE = List.of(
            "/api/v1/integrations", "/api/v1/traffic", "/api/v1/topology", "/api/v1/connections", "/api/v1/alerts");

    private final Series alone = new Series();
    private final Series watched = new Series();
    private final Series aloneTails = new Series();
    private final Series watchedTails = new Series();
    private final Series aloneMicros = new Series();
    private final Series watchedMicros = new Series();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private int failed;

    static void run() throws Exception {
        Watched bench = new Watched();
        for (int generation = 0; generation < GENERATIONS; generation++) {
            bench.generation();
        }
        bench.print();
    }

    private void generation() throws Exception {
        Path home = Throughput.home();
        for (int i = 0; i < FLEET; i++) {
            Files.writeString(
                    home.resolve("routes/beside" + i + ".camel.yaml"), Subject.route("/beside" + i, "beside"));
        }
        try (Subject serai = Subject.serai(home, Map.of())) {
            serai.awaitMillis("/ready", "ready");
            serai.awaitMillis("/beside" + (FLEET - 1), "beside");
            Load load = new Load(serai.port(), Load.post("/quote", Throughput.ORDER));
            List<String> pages = pages(serai);
            watched(serai, pages, () -> load.during(CONNECTIONS, WARM));
            for (int round = 0; round < ROUNDS; round++) {
                round(serai, pages, load, round % 2 == 0);
            }
        }
        Subject.remove(home);
    }

    private void round(Subject serai, List<String> pages, Load load, boolean aloneFirst) throws Exception {
        if (aloneFirst) {
            measure(serai, load, alone, aloneTails, aloneMicros);
        }
        watched(serai, pages, () -> measure(serai, load, watched, watchedTails, watchedMicros));
        if (!aloneFirst) {
            measure(serai, load, alone, aloneTails, aloneMicros);
        }
    }

    private int measure(Subject serai, Load load, Series rates, Series tails, Series micros) throws Exception {
        double before = serai.processorMicros();
        Answers answers = load.during(CONNECTIONS, TIME);
        micros.add((serai.processorMicros() - before) / answers.fine());
        rates.add(answers.perSecond());
        tails.add(answers.percentileMillis(99));
        return failed += answers.failed();
    }

    private static List<String> pages(Subject serai) throws IOException {
        List<String> there = new ArrayList<>();
        for (String page : CONSOLE) {
            try {
                serai.look(page);
                there.add(page);
            } catch (FileNotFoundException e) {
                System.out.println("not asked, as it is not there: " + page);
            }
        }
        return there;
    }

    private interface Work<T> {
        T run() throws Exception;
    }

    private <T> T watched(Subject serai, List<String> pages, Work<T> work) throws Exception {
        ScheduledExecutorService watchers = Executors.newScheduledThreadPool(2);
        watchers.scheduleAtFixedRate(() -> look(serai, "/observe/metrics"), 0, 1, TimeUnit.SECONDS);
        watchers.scheduleAtFixedRate(() -> pages.forEach(page -> look(serai, page)), 0, 2, TimeUnit.SECONDS);
        try {
            return work.run();
        } finally {
            watchers.shutdownNow();
            watchers.awaitTermination(30, TimeUnit.SECONDS);
        }
    }

    private void look(Subject serai, String page) {
        try {
            bytes.addAndGet(serai.look(page).length());
            looks.incrementAndGet();
        } catch (IOException e) {
            System.out.println(page + ": " + e.getMessage());
        }
    }

    private void print() {
        Table table = new Table(
                "", "requests/s (median)", "ratio", "p99 ms (median)", "processor us/request (median)", "ratio");
        table.row("left alone", alone.median(), "1.00", aloneTails.median(), aloneMicros.median(), "1.00");
        table.row(
                "watched",
                watched.median(),
                Table.ratio(watched.median(), alone.median()),
                watchedTails.median(),
                watchedMicros.median(),
                Table.ratio(watchedMicros.median(), aloneMicros.median()));
        table.print("Throughput of one route among " + (FLEET + 2) + " integrations while it is watched, " + CONNECTIONS
                + " connections, " + failed + " requests failed, " + looks.get() + " looks of "
                + bytes.get() / Math.max(1, looks.get()) / 1024 + " KB on average");
    }
}
