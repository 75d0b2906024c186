package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai messages show}: one message with every step. */
@Command(
        name = "show",
        header = "One message with every step, its time, headers and body, masked.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai messages show orders 1763801000123004",
            "  serai messages show orders 1763801000123004 --steps"
        })
final class MessagesShowCommand implements Callable<Integer> {

    private static final List<String> FIELDS =
            List.of("id", "exchangeId", "kind", "route", "version", "startedAt", "durationMillis", "traceId", "cause");

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ID", description = "Number of the message.")
    private long id;

    @Option(names = "--steps", description = "Only the steps and their times, without headers and bodies.")
    private boolean stepsOnly;

    MessagesShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String path = "/integrations/" + RuntimeClient.segment(name) + "/exchanges/" + id;
        session.screen().show(session.runtime().get(path), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode message) {
        Table fields = new Table("FIELD", "VALUE");
        FIELDS.stream()
                .filter(field -> !message.path(field).isNull())
                .forEach(field -> fields.row(field, message.path(field).asText()));
        session.screen().table(fields);
        session.screen().line("");
        session.screen().table(steps(message));
        if (!stepsOnly) {
            message.path("steps").forEach(this::printContent);
        }
    }

    private static Table steps(JsonNode message) {
        Table table = new Table("AT MS", "TOOK MS", "ROUTE", "STEP", "", "WHAT");
        message.path("steps")
                .forEach(step -> table.row(
                        step.path("startedMillis").asText(),
                        step.path("durationMillis").asDouble() < 0
                                ? "-"
                                : step.path("durationMillis").asText(),
                        step.path("route").asText(),
                        step.path("node").asText(),
                        step.path("failed").asBoolean() ? "failed" : "",
                        step.path("label").asText()));
        return table;
    }

    private void printContent(JsonNode step) {
        if (step.path("headers").isEmpty() && step.path("body").isNull()) {
            return;
        }
        Screen screen = session.screen();
        screen.line("");
        screen.line(
                "at " + step.path("route").asText() + "/" + step.path("node").asText() + ":");
        step.path("headers")
                .properties()
                .forEach(header -> screen.line(
                        "  " + header.getKey() + ": " + header.getValue().asText()));
        if (!step.path("body").isNull()) {
            step.path("body").asText().lines().forEach(line -> screen.line("  | " + line));
        }
    }
}
