package dev.serai.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai user role}: set what a person is trusted with; all logins of that person end. */
@Command(
        name = "role",
        header = "Set what a person is trusted with; all logins of that person end.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai user role ada deployer"})
final class UserRoleCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "The login.")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ROLE",
            description = "viewer, operator, deployer or admin; instead of those there were.")
    private List<String> roles = List.of();

    UserRoleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        roles.forEach(body.putArray("roles")::add);
        Reply reply = session.runtime().put("/users/" + RuntimeClient.segment(name), body.toString());
        session.screen()
                .show(reply, answer -> session.screen().line("user " + name + " is " + String.join(", ", roles)));
        return ExitCode.FINE;
    }
}
