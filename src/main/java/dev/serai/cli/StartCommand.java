package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai start}: start a stopped integration. */
@Command(
        name = "start",
        header = "Start a stopped integration.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai start orders"})
final class StartCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    StartCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Change.show(
                session.screen(), session.runtime().post("/integrations/" + RuntimeClient.segment(name) + "/start"));
    }
}
