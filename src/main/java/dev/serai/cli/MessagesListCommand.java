package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai messages list}: the failed and slowest messages of an integration, newest first. */
@Command(
        name = "list",
        header = "The last failed and the slowest messages of an integration, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai messages list orders", "  serai messages list orders --kind failed --route intake"})
final class MessagesListCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "Only those: failed, slow or sampled.")
    private @Nullable String kind;

    @Option(names = "--route", paramLabel = "ID", description = "Only those that began at this route.")
    private @Nullable String route;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most, up to 1000. Default: 100.")
    private int limit = 100;

    MessagesListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String path = "/integrations/" + RuntimeClient.segment(name) + "/exchanges?limit=" + limit
                + parameter("kind", kind) + parameter("route", route);
        session.screen().show(session.runtime().get(path), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private static String parameter(String key, @Nullable String value) {
        return value == null ? "" : "&" + key + "=" + RuntimeClient.segment(value);
    }

    private void print(JsonNode messages) {
        if (messages.isEmpty()) {
            session.screen().line("no messages are remembered");
            return;
        }
        Table table = new Table("ID", "KIND", "VERSION", "ROUTE", "SINCE", "MILLIS", "STEPS", "CAUSE");
        messages.forEach(one -> table.row(
                one.path("id").asText(),
                one.path("kind").asText(),
                name + "@" + one.path("version").asText(),
                one.path("route").asText(),
                Screen.time(Instant.parse(one.path("startedAt").asText())),
                one.path("durationMillis").asText(),
                one.path("stepCount").asText(),
                one.path("cause").asText("").lines().findFirst().orElse("").replaceFirst("^null$", "")));
        session.screen().table(table);
    }
}
