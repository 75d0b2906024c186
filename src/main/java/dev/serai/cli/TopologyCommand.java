package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai topology}: what is joined with what. */
@Command(
        name = "topology",
        header = "What is joined with what, and what moves there.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai topology", "  serai topology --output json"})
final class TopologyCommand implements Callable<Integer> {

    private final Session session;

    TopologyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.runtime().get("/topology"), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode topology) {
        if (topology.path("edges").isEmpty()) {
            session.screen().line("nothing is joined yet");
            return;
        }
        Table table = new Table("FROM", "TO", "VIA", "TOTAL", "FAILED", "PER SECOND");
        topology.path("edges")
                .forEach(edge -> table.row(
                        edge.path("from").asText(),
                        edge.path("to").asText(),
                        edge.path("via").asText(),
                        edge.path("total").asText(),
                        edge.path("failed").asText(),
                        String.format(
                                Locale.ROOT, "%.1f", edge.path("perSecond").asDouble())));
        session.screen().table(table);
    }
}
