package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai deadletter discard}: give a dead letter up; it stays listed as discarded. */
@Command(
        name = "discard",
        header = "Give a dead letter up; it stays listed as discarded.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai deadletter discard 118"})
final class DeadLetterDiscardCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Number of the dead letter.")
    private long id;

    DeadLetterDiscardCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().delete("/deadletters/" + id);
        session.screen().show(reply, answer -> session.screen().line("dead letter " + id + " is discarded"));
        return ExitCode.FINE;
    }
}
