package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai diff}: what changed between two versions of an integration. */
@Command(
        name = "diff",
        header = "What changed between two versions of an integration.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai diff orders 6 7", "  serai diff orders 6 7 | patch -R -p1 -d routes/orders"})
final class DiffCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "A", description = "Number of the version to compare from.")
    private int from;

    @Parameters(index = "2", paramLabel = "B", description = "Number of the version to compare to.")
    private int to;

    DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String path = "/integrations/" + RuntimeClient.segment(name) + "/diff?from=" + from + "&to=" + to;
        session.screen().show(session.runtime().get(path), this::print);
        return ExitCode.FINE;
    }

    private void print(Reply reply) {
        Screen screen = session.screen();
        for (JsonNode file : reply.json().path("files")) {
            file.path("diff")
                    .asText()
                    .lines()
                    .map(line -> coloured(screen, line))
                    .forEach(screen::line);
        }
        if (reply.json().path("files").isEmpty()) {
            screen.line(name + ": versions " + from + " and " + to + " are equal");
        }
    }

    private static String coloured(Screen screen, String line) {
        boolean head = line.startsWith("+++") || line.startsWith("---");
        if (line.startsWith("+") && !head) {
            return screen.green(line);
        }
        return line.startsWith("-") && !head ? screen.red(line) : line;
    }
}
