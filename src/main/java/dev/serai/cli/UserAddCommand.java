package dev.serai.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai user add}: let a person log in with a password. */
@Command(
        name = "add",
        header = "Let a person log in with a password.",
        description = "The password is asked for, or read from standard input.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai user add ada --role operator", "  serai user add ada --role viewer < password.txt"})
final class UserAddCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The login: small letters, digits and . _ @ -")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            split = ",",
            description = "viewer, operator, deployer or admin; may be repeated.")
    private List<String> roles = List.of();

    UserAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RuntimeClient runtime = session.runtime();
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("name", name);
        user.put("password", PasswordInput.read(name));
        roles.forEach(user.putArray("roles")::add);
        Reply reply = runtime.post("/users", user.toString());
        session.screen().show(reply, answer -> session.screen()
                .line("user " + name + " may log in as " + String.join(", ", roles)));
        return ExitCode.FINE;
    }
}
