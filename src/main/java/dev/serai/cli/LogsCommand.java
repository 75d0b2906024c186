package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai logs}: the newest log lines of an integration. */
@Command(
        name = "logs",
        header = "The newest log lines of an integration.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai logs orders", "  serai logs orders -n 20 --follow --level WARN"})
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

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Only lines this grave or graver: ERROR, WARN, INFO, DEBUG or TRACE. Default: all.")
    private String level = "TRACE";

    LogsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Screen screen = session.screen();
        String path = "/integrations/" + RuntimeClient.segment(name) + "/logs?lines=" + lines + "&level="
                + RuntimeClient.segment(level) + "&format=" + (screen.isJson() ? "json" : "text");
        if (follow) {
            session.runtime().follow(path + "&follow=true", screen::line);
        } else {
            screen.show(session.runtime().get(path), reply -> print(reply.json()));
        }
        return ExitCode.FINE;
    }

    private void print(JsonNode logs) {
        logs.path("lines").forEach(line -> session.screen().line(line.asText()));
    }
}
