package dev.serai.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai user password}: set a person's password; all logins of that person end. */
@Command(
        name = "password",
        header = "Set a person's password; all logins of that person end.",
        description = "The password is asked for, or read from standard input.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai user password admin"})
final class UserPasswordCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The login.")
    private String name = "";

    UserPasswordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RuntimeClient runtime = session.runtime();
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("password", PasswordInput.read(name))
                .toString();
        Reply reply = runtime.put("/users/" + RuntimeClient.segment(name), body);
        session.screen().show(reply, answer -> session.screen().line("user " + name + " has a new password"));
        return ExitCode.FINE;
    }
}
