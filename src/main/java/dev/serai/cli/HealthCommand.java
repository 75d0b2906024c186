package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai health}: how the node and its integrations are. */
@Command(
        name = "health",
        header = "How the node and its integrations are.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai health          what is down",
            "  serai health orders   every check of one integration",
            "  serai health --all    every check",
            "",
            "Exit code: 0 when the node is UP, 1 when it is DOWN."
        })
final class HealthCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of an integration. Default: all.")
    private @Nullable String name;

    @Option(names = "--all", description = "Also the checks that are up.")
    private boolean all;

    HealthCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().get("/health");
        session.screen().show(reply, shown -> print(shown.json()));
        return reply.json().path("status").asText().equals("DOWN") ? ExitCode.FAILED : ExitCode.FINE;
    }

    private void print(JsonNode health) {
        Screen screen = session.screen();
        List<JsonNode> checks = Shapes.list(health.path("checks"), check -> check).stream()
                .filter(this::isShown)
                .toList();
        Table table = new Table("CHECK", "STATUS", "MESSAGE");
        checks.forEach(check -> table.row(
                check.path("name").asText(),
                check.path("status").asText(),
                check.path("message").asText()));
        screen.line("the node is " + health.path("status").asText() + ", "
                + Words.count(health.path("checks").size(), "check") + ", "
                + down(health) + " down");
        if (!checks.isEmpty()) {
            table.lines().forEach(line -> screen.line(Healths.coloured(screen, line)));
        }
    }

    private boolean isShown(JsonNode check) {
        boolean wanted = name == null || check.path("integration").asText().equals(name);
        return wanted && (all || name != null || check.path("status").asText().equals("DOWN"));
    }

    private static long down(JsonNode health) {
        return Shapes.list(health.path("checks"), check -> check.path("status").asText()).stream()
                .filter("DOWN"::equals)
                .count();
    }
}
