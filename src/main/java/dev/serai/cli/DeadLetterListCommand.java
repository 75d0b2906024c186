package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serai deadletter list}: messages that could not be delivered, newest first. */
@Command(
        name = "list",
        header = "Messages that could not be delivered, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai deadletter list", "  serai deadletter list --integration orders --state KEPT"})
final class DeadLetterListCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--integration", paramLabel = "NAME", description = "Only those of this integration.")
    private @Nullable String integration;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only those in this state: KEPT, REDRIVEN or DISCARDED.")
    private @Nullable String state;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most, up to 1000. Default: 100.")
    private @Nullable Integer limit;

    @Option(names = "--before", paramLabel = "ID", description = "Only those with a smaller number, for the next page.")
    private @Nullable Long before;

    DeadLetterListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String query = parameter("integration", integration)
                + parameter("state", state)
                + parameter("before", before)
                + parameter("limit", limit);
        String path = "/deadletters" + (query.isEmpty() ? "" : "?" + query.substring(1));
        session.screen().show(session.runtime().get(path), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private static String parameter(String key, @Nullable Object value) {
        return value == null ? "" : "&" + key + "=" + RuntimeClient.segment(value.toString());
    }

    private void print(JsonNode letters) {
        if (letters.isEmpty()) {
            session.screen().line("no dead letters");
            return;
        }
        Table table = new Table("ID", "INTEGRATION", "STATE", "SINCE", "ROUTE", "PLACE", "CAUSE");
        letters.forEach(letter -> table.row(
                letter.path("id").asText(),
                letter.path("integration").asText(),
                letter.path("state").asText(),
                Screen.time(Instant.parse(letter.path("at").asText())),
                letter.path("route").asText(),
                letter.path("place").asText(),
                letter.path("cause").asText().lines().findFirst().orElse("")));
        session.screen().table(table);
    }
}
