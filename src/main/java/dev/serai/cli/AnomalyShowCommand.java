package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai anomaly show}: one anomaly with its causes and what can be done. */
@Command(
        name = "show",
        header = "One anomaly with its causes and what can be done.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai anomaly show 12"})
final class AnomalyShowCommand implements Callable<Integer> {

    private static final List<String> FIELDS = List.of(
            "id",
            "state",
            "subject",
            "measure",
            "message",
            "expectedLow",
            "expectedHigh",
            "seen",
            "worst",
            "unit",
            "score",
            "since",
            "until",
            "ended",
            "rhythm",
            "acknowledgedBy",
            "acknowledgedAt",
            "note");

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Number of the anomaly.")
    private long id;

    AnomalyShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.runtime().get("/anomalies/" + id), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode anomaly) {
        Table table = new Table("FIELD", "VALUE");
        FIELDS.stream()
                .filter(field -> !anomaly.path(field).asText("").isEmpty()
                        && !anomaly.path(field).isNull())
                .forEach(field -> table.row(field, anomaly.path(field).asText()));
        anomaly.path("causes").forEach(cause -> {
            table.row("cause", cause.path("text").asText());
            table.row("advice", cause.path("advice").asText());
        });
        session.screen().table(table);
    }
}
