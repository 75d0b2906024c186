package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.DidYouMean;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai connection show}: one connection, without asking its system. */
@Command(
        name = "show",
        header = "One connection, without asking its system.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai connection show orders-db"})
final class ConnectionShowCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the connection.")
    private String name = "";

    ConnectionShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        JsonNode connection = find(session.runtime().get("/connections").json());
        session.screen().show(new Reply(connection.toString(), connection), reply -> session.screen()
                .table(ConnectionText.table(reply.json())));
        return ExitCode.FINE;
    }

    private JsonNode find(JsonNode connections) {
        return StreamSupport.stream(connections.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        unknown(Shapes.list(connections, one -> one.path("name").asText())));
    }

    private CommandException unknown(List<String> names) {
        String near = DidYouMean.hint(name, names);
        return new CommandException(
                "there is no connection \"" + name + "\"", near.isEmpty() ? "see: serai connection list" : near);
    }
}
