package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai connection test}: asks the system behind a connection whether it answers. */
@Command(
        name = "test",
        header = "Ask the system behind a connection whether it answers.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai connection test orders-db", "", "Exit code: 0 when it answers, 1 when it does not."})
final class ConnectionTestCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the connection.")
    private String name = "";

    ConnectionTestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().post("/connections/" + RuntimeClient.segment(name) + "/test");
        session.screen().show(reply, shown -> session.screen().table(ConnectionText.table(shown.json())));
        return reply.json().path("health").asText().equals("DOWN") ? ExitCode.FAILED : ExitCode.FINE;
    }
}
