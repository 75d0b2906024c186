package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai token list}: tokens for programs, newest first. */
@Command(
        name = "list",
        header = "Tokens for programs, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai token list"})
final class TokenListCommand implements Callable<Integer> {

    private final Session session;

    TokenListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.runtime().get("/tokens"), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode tokens) {
        if (tokens.isEmpty()) {
            session.screen().line("no tokens");
            return;
        }
        Table table = new Table("ID", "NAME", "EXPIRES", "LAST USED", "MADE BY", "PERMISSIONS");
        tokens.forEach(token -> table.row(
                token.path("id").asText(),
                token.path("name").asText(),
                time(token.path("expiresAt")),
                time(token.path("lastUsedAt")),
                token.path("createdBy").asText(),
                String.join(", ", Shapes.list(token.path("permissions"), JsonNode::asText))));
        session.screen().table(table);
    }

    private static String time(JsonNode instant) {
        return instant.isTextual() ? Screen.time(Instant.parse(instant.asText())) : "never";
    }
}
