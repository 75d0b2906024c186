package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai user list}: who may log in with a password, and as what. */
@Command(
        name = "list",
        header = "Who may log in with a password, and as what.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai user list"})
final class UserListCommand implements Callable<Integer> {

    private final Session session;

    UserListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.runtime().get("/users"), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode users) {
        if (users.isEmpty()) {
            session.screen().line("no users");
            return;
        }
        Table table = new Table("NAME", "ROLES", "CHANGED");
        users.forEach(user -> table.row(
                user.path("name").asText(),
                String.join(", ", Shapes.list(user.path("roles"), JsonNode::asText)),
                Screen.time(Instant.parse(user.path("changedAt").asText()))));
        session.screen().table(table);
    }
}
