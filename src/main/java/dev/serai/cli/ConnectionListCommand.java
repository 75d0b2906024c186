package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai connection list}: all connections with their health. */
@Command(
        name = "list",
        header = "All connections with their health.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai connection list", "  serai connection list --output json"})
final class ConnectionListCommand implements Callable<Integer> {

    private final Session session;

    ConnectionListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.runtime().get("/connections"), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode connections) {
        if (connections.isEmpty()) {
            session.screen().line("no connections yet; put one into config/connections/");
            return;
        }
        Table table =
                new Table("NAME", "CONNECTOR", "HEALTH", "LATENCY", "LAST SUCCESS", "USED BY", "CIRCUIT", "ERROR");
        connections.forEach(one -> table.row(
                one.path("name").asText(),
                one.path("connector").asText(),
                one.path("health").asText(),
                ConnectionText.latency(one),
                ConnectionText.time(one, "lastSuccess"),
                ConnectionText.usedBy(one),
                ConnectionText.circuit(one),
                told(ConnectionText.text(one, "error"), ConnectionText.refusal(one))));
        table.lines().forEach(line -> session.screen().line(Healths.coloured(session.screen(), line)));
    }

    private static String told(String error, String refusal) {
        return error + (error.isEmpty() || refusal.isEmpty() ? "" : "; ") + refusal;
    }
}
