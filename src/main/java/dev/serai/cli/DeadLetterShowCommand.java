package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai deadletter show}: one dead letter with its message. */
@Command(
        name = "show",
        header = "One dead letter with its message.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai deadletter show 118"})
final class DeadLetterShowCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Number of the dead letter.")
    private long id;

    private static final List<String> FIELDS =
            List.of("id", "integration", "version", "route", "endpoint", "place", "state", "at", "cause", "attempts");

    DeadLetterShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.runtime().get("/deadletters/" + id), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode letter) {
        Screen screen = session.screen();
        Table table = new Table("FIELD", "VALUE");
        FIELDS.forEach(field -> table.row(field, letter.path(field).asText()));
        letter.path("headers")
                .properties()
                .forEach(header ->
                        table.row("header " + header.getKey(), header.getValue().asText()));
        screen.table(table);
        JsonNode body = letter.path("body");
        screen.line("");
        screen.line(
                body.isTextual()
                        ? body.asText()
                        : "base64: " + body.path("base64").asText());
    }
}
