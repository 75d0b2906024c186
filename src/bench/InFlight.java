package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Many requests at once, each held for 2 s by a step that blocks its thread. */
final class InFlight {

    private static final int REQUESTS = Integer.getInteger("requests", 10_000);
    private static final Duration DEADLINE = Duration.ofSeconds(Integer.getInteger("deadline", 30));

    private static final String HOLD = """
            public class Hold {
                public String hold() throws InterruptedException {
                    Thread.sleep(2000);
                    return "held";
                }
            }
            """;
    private static final String BEAN = """
            - route:
                from:
                  uri: platform-http:/hold
                  steps:
                    - bean:
                        beanType: Hold
                        method: hold
            """;
    /** Plain Camel Main compiles no class beside the route: the blocking step there is a delay that holds its thread. */
    private static final String DELAY = """
            - route:
                from:
                  uri: platform-http:/hold
                  steps:
                    - delay:
                        asyncDelayed: false
                        expression:
                          constant: 2000
                    - setBody:
                        constant: held
            """;

    private final Table table = new Table("", "answered", "failed", "seconds", "p50 ms", "peak MB", "answered / sent");

    static void run() throws Exception {
        InFlight bench = new InFlight();
        Path plain = Subject.newHome();
        Files.writeString(plain.resolve("routes/hold.camel.yaml"), DELAY);
        try (Subject camel = Subject.camel(plain, false)) {
            bench.measure("bare Camel Main", camel);
        }
        Subject.remove(plain);
        Path home = Subject.newHome();
        Files.createDirectory(home.resolve("routes/hold"));
        Files.writeString(home.resolve("routes/hold/Hold.java"), HOLD);
        Files.writeString(home.resolve("routes/hold/hold.camel.yaml"), BEAN);
        try (Subject serai = Subject.serai(home, Map.of())) {
            bench.measure("Serai", serai);
        }
        Subject.remove(home);
        bench.table.print(REQUESTS + " requests in flight, each held 2 s");
    }

    private void measure(String name, Subject subject) throws Exception {
        subject.awaitMillis("/hold", "held");
        Load load = new Load(subject.port(), Load.get("/hold"));
        load.burst(20, DEADLINE);
        Answers answers = load.burst(REQUESTS, DEADLINE);
        table.row(
                name,
                answers.fine(),
                REQUESTS - answers.fine(),
                answers.seconds(),
                answers.percentileMillis(50),
                subject.memory("VmHWM"),
                Table.ratio(answers.fine(), REQUESTS));
    }
}
