package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai logs}: the newest log lines of an integration. */
@Command(
        name = "logs",
        header = "The newest log lines of an integration.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai logs orders", "  serai logs orders -n 20 --follow"})
final class LogsCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many lines, up to 10000. Default: 100.")
    private int lines = 100;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with every new line until Ctrl-C.")
    private boolean follow;

    LogsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Screen screen = session.screen();
        String path = "/integrations/" + RuntimeClient.segment(name) + "/logs?lines=" + lines;
        if (follow) {
            session.runtime().follow(path + "&follow=true", line -> screen.line(screen.isJson() ? quoted(line) : line));
        } else {
            screen.show(session.runtime().get(path), reply -> print(reply.json()));
        }
        return ExitCode.FINE;
    }

    private void print(JsonNode logs) {
        logs.path("lines").forEach(line -> session.screen().line(line.asText()));
    }

    /** One JSON string for each line, since a stream has no end that could close an array. */
    private static String quoted(String line) {
        return TextNode.valueOf(line).toString();
    }
}
