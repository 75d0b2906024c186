package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai alerts}: what a person should look at now. */
@Command(
        name = "alerts",
        header = "What a person should look at now, the worst first.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai alerts", "  serai alerts --output json"})
final class AlertsCommand implements Callable<Integer> {

    private final Session session;

    AlertsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.runtime().get("/alerts"), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode alerts) {
        if (alerts.isEmpty()) {
            session.screen().line("no alerts");
            return;
        }
        Table table = new Table("SEVERITY", "KIND", "SINCE", "MESSAGE");
        alerts.forEach(alert -> table.row(
                alert.path("severity").asText(),
                alert.path("kind").asText(),
                Screen.time(Instant.parse(alert.path("since").asText())),
                alert.path("message").asText() + "; " + alert.path("hint").asText()));
        table.lines().forEach(line -> session.screen().line(Healths.coloured(session.screen(), line)));
    }
}
