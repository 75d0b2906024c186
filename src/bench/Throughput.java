package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Requests a second of one HTTP route on Serai and on a bare Camel Main, as it comes and without its counters for JMX: all are warmed up, then
 * measured in turn.
 */
final class Throughput {

    private static final int GENERATIONS = Integer.getInteger("generations", 2);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int CONNECTIONS = Integer.getInteger("connections", 50);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 30));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("seconds", 5));

    static final String ORDER = "{\"id\": 7, \"customer\": \"ada\", \"items\": [{\"sku\": \"cog\", \"qty\": 2}]}";
    static final String ROUTE = """
            - route:
                id: quote
                from:
                  uri: platform-http:/quote
                  parameters:
                    httpMethodRestrict: POST
                  steps:
                    - unmarshal:
                        json: {}
                    - choice:
                        when:
                          - simple: "${body[customer]} == 'ada'"
                            steps:
                              - setProperty:
                                  name: discount
                                  constant: "10"
                        otherwise:
                          steps:
                            - setProperty:
                                name: discount
                                constant: "0"
                    - setBody:
                        simple: '{"id": ${body[id]}, "discount": ${exchangeProperty.discount}}'
                    - setHeader:
                        name: Content-Type
                        constant: application/json
            """;

    private final Series camelRates = new Series();
    private final Series uncountedRates = new Series();
    private final Series uncountedTails = new Series();
    private final Series seraiRates = new Series();
    private final Series camelTails = new Series();
    private final Series seraiTails = new Series();
    private final Series camelMicros = new Series();
    private final Series uncountedMicros = new Series();
    private final Series seraiMicros = new Series();
    private int failed;

    static void run() throws Exception {
        Throughput bench = new Throughput();
        for (int generation = 0; generation < GENERATIONS; generation++) {
            bench.generation();
        }
        bench.print();
    }

    private void generation() throws Exception {
        Path camelHome = home();
        Path uncountedHome = home();
        Path seraiHome = home();
        try (Subject camel = Subject.camel(camelHome, false);
                Subject uncounted = Subject.camel(uncountedHome, false, false);
                Subject serai = Subject.serai(seraiHome, Map.of())) {
            camel.awaitMillis("/ready", "ready");
            uncounted.awaitMillis("/ready", "ready");
            serai.awaitMillis("/ready", "ready");
            Load onCamel = new Load(camel.port(), Load.post("/quote", ORDER));
            Load onSerai = new Load(serai.port(), Load.post("/quote", ORDER));
            Load onUncounted = new Load(uncounted.port(), Load.post("/quote", ORDER));
            onCamel.during(CONNECTIONS, WARM);
            onUncounted.during(CONNECTIONS, WARM);
            onSerai.during(CONNECTIONS, WARM);
            for (int round = 0; round < ROUNDS; round++) {
                measure(camel, onCamel, camelRates, camelTails, camelMicros);
                measure(uncounted, onUncounted, uncountedRates, uncountedTails, uncountedMicros);
                measure(serai, onSerai, seraiRates, seraiTails, seraiMicros);
            }
        }
        Subject.remove(camelHome);
        Subject.remove(uncountedHome);
        Subject.remove(seraiHome);
    }

    static Path home() throws Exception {
        Path home = Subject.newHome();
        Files.writeString(home.resolve("routes/quote.camel.yaml"), ROUTE);
        Files.writeString(home.resolve("routes/ready.camel.yaml"), Subject.route("/ready", "ready"));
        return home;
    }

    private void measure(Subject subject, Load load, Series rates, Series tails, Series micros) throws Exception {
        double before = subject.processorMicros();
        Answers answers = load.during(CONNECTIONS, TIME);
        micros.add((subject.processorMicros() - before) / answers.fine());
        rates.add(answers.perSecond());
        tails.add(answers.percentileMillis(99));
        failed += answers.failed();
    }

    private void print() {
        Table table = new Table(
                "", "requests/s (median)", "ratio to bare Camel", "p99 ms (median)", "processor us/request (median)");
        row(table, "bare Camel Main", camelRates, camelTails, camelMicros);
        row(table, "without JMX", uncountedRates, uncountedTails, uncountedMicros);
        row(table, "Serai", seraiRates, seraiTails, seraiMicros);
        table.print("Throughput of one route, " + CONNECTIONS + " connections, " + failed + " requests failed");
    }

    private void row(Table table, String name, Series rates, Series tails, Series micros) {
        table.row(
                name,
                rates.median(),
                Table.ratio(rates.median(), camelRates.median()),
                tails.median(),
                micros.median());
    }
}
