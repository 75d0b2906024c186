package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai token create}: make a token for a program. */
@Command(
        name = "create",
        header = "Make a token for a program; it is shown once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai token create prometheus --role viewer --expires never",
            "  serai token create pipeline --role deployer --expires 30d",
            "  serai token create restarter --permission view --permission operate"
        })
final class TokenCreateCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "What it is for.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "viewer, operator, deployer or admin; may be repeated.")
    private List<String> roles = List.of();

    @Option(
            names = "--permission",
            paramLabel = "PERMISSION",
            split = ",",
            description = "view, read-messages, operate, deploy, audit or administer; may be repeated.")
    private List<String> permissions = List.of();

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            description = "How long it opens anything, such as 12h or 30d, or never. Default: 90d.")
    private @Nullable String expires;

    TokenCreateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        roles.forEach(body.putArray("roles")::add);
        permissions.forEach(body.putArray("permissions")::add);
        if (expires != null) {
            body.put("expires", expires);
        }
        Reply reply = session.runtime().post("/tokens", body.toString());
        session.screen().show(reply, answer -> print(answer.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode token) {
        String end = token.path("expiresAt").isNull()
                ? "it never expires"
                : "it expires at "
                        + Screen.time(Instant.parse(token.path("expiresAt").asText()));
        session.screen().line(token.path("token").asText());
        session.screen().line("token " + token.path("id").asText() + ", shown only now; " + end);
    }
}
