package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Requests a second of one HTTP route on Serai and on a bare Camel Main: both are warmed up, then measured in turn. */
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
    private final Series seraiRates = new Series();
    private final Series camelTails = new Series();
    private final Series seraiTails = new Series();
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
        Path seraiHome = home();
        try (Subject camel = Subject.camel(camelHome, false);
                Subject serai = Subject.serai(seraiHome, Map.of())) {
            camel.awaitMillis("/ready", "ready");
            serai.awaitMillis("/ready", "ready");
            Load onCamel = new Load(camel.port(), Load.post("/quote", ORDER));
            Load onSerai = new Load(serai.port(), Load.post("/quote", ORDER));
            onCamel.during(CONNECTIONS, WARM);
            onSerai.during(CONNECTIONS, WARM);
            for (int round = 0; round < ROUNDS; round++) {
                measure(onCamel, camelRates, camelTails);
                measure(onSerai, seraiRates, seraiTails);
            }
        }
        Subject.remove(camelHome);
        Subject.remove(seraiHome);
    }

    static Path home() throws Exception {
        Path home = Subject.newHome();
        Files.writeString(home.resolve("routes/quote.camel.yaml"), ROUTE);
        Files.writeString(home.resolve("routes/ready.camel.yaml"), Subject.route("/ready", "ready"));
        return home;
    }

    private void measure(Load load, Series rates, Series tails) throws Exception {
        Answers answers = load.during(CONNECTIONS, TIME);
        rates.add(answers.perSecond());
        tails.add(answers.percentileMillis(99));
        failed += answers.failed();
    }

    private void print() {
        Table table = new Table("", "requests/s (median)", "p99 ms (median)", "ratio to bare Camel");
        table.row("bare Camel Main", camelRates.median(), camelTails.median(), "1.00");
        table.row(
                "Serai",
                seraiRates.median(),
                seraiTails.median(),
                Table.ratio(seraiRates.median(), camelRates.median()));
        table.print("Throughput of one route, " + CONNECTIONS + " connections, " + failed + " requests failed");
    }
}
