package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai token revoke}: from now on the token opens nothing. */
@Command(
        name = "revoke",
        header = "From now on the token opens nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai token revoke 7"})
final class TokenRevokeCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Number of the token, from: serai token list")
    private long id;

    TokenRevokeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().delete("/tokens/" + id);
        session.screen().show(reply, answer -> session.screen().line("token " + id + " is revoked"));
        return ExitCode.FINE;
    }
}
