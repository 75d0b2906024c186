package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai stop}: stop an integration; it stays stopped across restarts. */
@Command(
        name = "stop",
        header = "Stop an integration; it stays stopped across restarts.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai stop orders"})
final class StopCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    StopCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Change.show(
                session.screen(), session.runtime().post("/integrations/" + RuntimeClient.segment(name) + "/stop"));
    }
}
