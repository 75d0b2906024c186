package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai history}: all versions of an integration, newest first. */
@Command(
        name = "history",
        header = "All versions of an integration, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai history orders"})
final class HistoryCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    HistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().get("/integrations/" + RuntimeClient.segment(name) + "/versions");
        session.screen().show(reply, this::print);
        return ExitCode.FINE;
    }

    private void print(Reply reply) {
        Table table = new Table("VERSION", "ACCEPTED", "BY", "HASH", "ACTIVE", "PROBATION");
        for (JsonNode version : reply.json()) {
            table.row(
                    version.path("version").asText(),
                    Screen.time(Instant.parse(version.path("at").asText())),
                    version.path("by").asText(),
                    version.path("hash").asText(),
                    version.path("active").asBoolean() ? "yes" : "",
                    version.path("probation").asText(""));
        }
        session.screen().table(table);
    }
}
