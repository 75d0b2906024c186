package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai anomaly list}: what is unusual now. */
@Command(
        name = "list",
        header = "What is unusual in the traffic of routes and connections, the newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai anomaly list", "  serai anomaly list orders --all", "  serai anomaly list --learned"})
final class AnomalyListCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Only those of this integration, connection or system.")
    private @Nullable String name;

    @Option(names = "--all", description = "Those that are over, too.")
    private boolean all;

    @Option(names = "--learned", description = "What is watched, and how much of it is learned, instead.")
    private boolean learned;

    AnomalyListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (learned) {
            session.screen().show(session.runtime().get("/anomaly-series"), reply -> printSeries(reply.json()));
            return ExitCode.FINE;
        }
        String only = name == null ? "" : "&name=" + RuntimeClient.segment(name);
        String path = "/anomalies?state=" + (all ? "all" : "open") + only;
        session.screen().show(session.runtime().get(path), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode anomalies) {
        if (anomalies.isEmpty()) {
            session.screen().line("no anomalies");
            return;
        }
        Table table = new Table("ID", "STATE", "SINCE", "SCORE", "MESSAGE", "CAUSE");
        anomalies.forEach(one -> table.row(
                one.path("id").asText(),
                one.path("state").asText(),
                Screen.time(Instant.parse(one.path("since").asText())),
                String.format(Locale.ROOT, "%.2f", one.path("score").asDouble()),
                one.path("message").asText(),
                one.path("causes").path(0).path("text").asText()));
        session.screen().table(table);
    }

    private void printSeries(JsonNode series) {
        if (series.isEmpty()) {
            session.screen().line("nothing has moved yet");
            return;
        }
        Table table = new Table("SUBJECT", "MEASURE", "STATE", "READINGS", "RHYTHM");
        series.forEach(one -> table.row(
                one.path("subject").asText(),
                one.path("measure").asText(),
                one.path("state").asText(),
                one.path("readings").asText()
                        + (one.path("state").asText().equals("learning")
                                ? " of " + one.path("learning").asText()
                                : ""),
                one.path("rhythm").asText()));
        session.screen().table(table);
    }
}
