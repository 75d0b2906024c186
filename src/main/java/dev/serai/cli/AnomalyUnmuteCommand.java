package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai anomaly unmute}: end a maintenance window before its time. */
@Command(
        name = "unmute",
        header = "End a maintenance window before its time.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai anomaly unmute 3"})
final class AnomalyUnmuteCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Number of the maintenance window.")
    private long id;

    AnomalyUnmuteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().delete("/anomaly-mutes/" + id);
        session.screen().show(reply, answer -> session.screen().line("maintenance window " + id + " is over"));
        return ExitCode.FINE;
    }
}
