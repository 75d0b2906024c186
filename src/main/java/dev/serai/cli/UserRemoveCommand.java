package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai user remove}: end a person's logins for good. */
@Command(
        name = "remove",
        header = "End a person's logins for good.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai user remove ada"})
final class UserRemoveCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The login.")
    private String name = "";

    UserRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().delete("/users/" + RuntimeClient.segment(name));
        session.screen().show(reply, answer -> session.screen().line("user " + name + " is removed"));
        return ExitCode.FINE;
    }
}
