package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serai top}: what goes through the integrations, busiest first. */
@Command(
        name = "top",
        header = "What goes through the integrations, busiest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai top", "  serai top --every 5", "  serai top --once --output json"})
final class TopCommand implements Callable<Integer> {

    private static final int TREND = 24;
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private final Session session;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "How often the table is drawn again on a terminal, until Ctrl-C. Default: 2.")
    private int every = 2;

    @Option(
            names = "--once",
            description = "Show the table once; so it is too where the output is no terminal, and with --output json.")
    private boolean once;

    TopCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = session.screen();
        RuntimeClient runtime = session.runtime();
        boolean stays = !once && !screen.isJson() && screen.isTerminal();
        do {
            Reply traffic = runtime.get("/traffic");
            if (stays) {
                screen.clear();
            }
            screen.show(traffic, reply -> print(reply.json()));
            if (stays) {
                TimeUnit.SECONDS.sleep(Math.max(1, every));
            }
        } while (stays);
        return ExitCode.FINE;
    }

    private void print(JsonNode traffic) {
        List<JsonNode> busiest = StreamSupport.stream(traffic.spliterator(), false)
                .sorted(Comparator.comparingDouble(
                                (JsonNode one) -> -one.path("perSecond").asDouble())
                        .thenComparing(one -> one.path("integration").asText()))
                .toList();
        if (busiest.isEmpty()) {
            session.screen().line("no integrations yet; put a route file into routes/");
            return;
        }
        Table table = new Table(
                "NAME",
                "VERSION",
                "PER SECOND",
                "FAILED",
                "IN FLIGHT",
                "MEAN MS",
                "P95 MS",
                "P99 MS",
                "TOTAL",
                "TREND");
        busiest.forEach(one -> table.row(
                one.path("integration").asText(),
                one.path("version").isNull() ? "-" : one.path("version").asText(),
                number(one, "perSecond"),
                String.format(Locale.ROOT, "%.1f %%", one.path("errorRatio").asDouble() * 100),
                one.path("inFlight").asText(),
                number(one, "meanMillis"),
                number(one, "p95Millis"),
                number(one, "p99Millis"),
                one.path("total").asText(),
                trend(one.path("series").path("perSecond"))));
        session.screen().table(table);
    }

    private static String number(JsonNode one, String field) {
        return String.format(Locale.ROOT, "%.1f", one.path(field).asDouble());
    }

    /** The last two minutes, each bar by the highest of them. */
    private static String trend(JsonNode samples) {
        double[] values = StreamSupport.stream(samples.spliterator(), false)
                .skip(Math.max(0, samples.size() - TREND))
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        double highest = Math.max(Double.MIN_NORMAL, Arrays.stream(values).max().orElse(0));
        StringBuilder bars = new StringBuilder();
        for (double value : values) {
            bars.append(BARS.charAt((int) Math.round(value / highest * (BARS.length() - 1))));
        }
        return bars.toString();
    }
}
