package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai undeploy}: stop an integration and take its file out of routes/; its versions stay. */
@Command(
        name = "undeploy",
        header = "Stop an integration and take its file out of routes/; its versions stay.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai undeploy orders"})
final class UndeployCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    UndeployCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Change.show(session.screen(), session.runtime().delete("/integrations/" + RuntimeClient.segment(name)));
    }
}
