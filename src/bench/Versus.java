package bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Requests a second of one route on this build of Serai and on another one, given by {@code -Dother=FOLDER}: measured in turn, compared pair by pair. */
final class Versus {

    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final int CONNECTIONS = Integer.getInteger("connections", 50);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 30));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("seconds", 5));

    private final Both others = new Both();
    private final Both own = new Both();

    private Versus() {}

    static void run() throws Exception {
        String other = System.getProperty("other", "");
        if (other.isEmpty()) {
            System.out.println("\nversus: not run, as there is no -Dother=FOLDER with another build of Serai");
            return;
        }
        new Versus().against(Path.of(other));
    }

    private void against(Path build) throws Exception {
        Path otherHome = Throughput.home();
        Path ownHome = Throughput.home();
        try (Subject there = Subject.serai(build, otherHome, Map.of());
                Subject here = Subject.serai(ownHome, Map.of())) {
            there.awaitMillis("/ready", "ready");
            here.awaitMillis("/ready", "ready");
            load(there).during(CONNECTIONS, WARM);
            load(here).during(CONNECTIONS, WARM);
            for (int round = 0; round < ROUNDS; round++) {
                pair(there, here, round % 2 == 0);
            }
        }
        print(build);
        Subject.remove(otherHome);
        Subject.remove(ownHome);
    }

    private static Load load(Subject subject) {
        return new Load(subject.port(), Load.post("/quote", Throughput.ORDER));
    }

    /** Which comes first changes, so that a machine that slows down favours neither. */
    private void pair(Subject there, Subject here, boolean otherFirst) throws Exception {
        Measured first = measure(otherFirst ? there : here);
        Measured second = measure(otherFirst ? here : there);
        others.add(otherFirst ? first : second);
        own.add(otherFirst ? second : first);
    }

    private static Measured measure(Subject subject) throws Exception {
        double before = subject.processorMicros();
        Answers answers = load(subject).during(CONNECTIONS, TIME);
        return new Measured(answers.perSecond(), (subject.processorMicros() - before) / answers.fine());
    }

    private record Measured(double rate, double micros) {}

    /** What was measured of one build. */
    private static final class Both {
        private final Series rates = new Series();
        private final Series micros = new Series();

        void add(Measured measured) {
            rates.add(measured.rate());
            micros.add(measured.micros());
        }
    }

    private void print(Path build) {
        Table table = new Table("", "requests/s (median)", "ratio", "processor us/request (median)", "ratio");
        table.row("other", others.rates.median(), "1.00", others.micros.median(), "1.00");
        table.row(
                "this",
                own.rates.median(),
                Table.ratio(own.rates.median(), others.rates.median()),
                own.micros.median(),
                Table.ratio(own.micros.median(), others.micros.median()));
        table.print("Throughput of one route against the Serai in " + build);
    }
}
