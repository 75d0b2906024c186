package dev.serai.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai anomaly mute}: open a maintenance window, in which nothing is told and nothing is learned. */
@Command(
        name = "mute",
        header = "Open a maintenance window, in which nothing is told and nothing is learned.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai anomaly mute orders --for 2h --reason \"the warehouse moves\"",
            "  serai anomaly mute \"*\" --for 30m"
        })
final class AnomalyMuteCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "An integration, a connection or a system; * for everything.")
    private String name = "";

    @Option(names = "--for", required = true, paramLabel = "TIME", description = "How long, such as 30m or 2h.")
    private String lasts = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    AnomalyMuteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("for", lasts)
                .put("reason", reason)
                .toString();
        Reply reply = session.runtime().post("/anomaly-mutes", body);
        session.screen().show(reply, answer -> session.screen()
                .line("maintenance window " + answer.json().path("id").asText() + " of " + name
                        + " lasts until "
                        + Screen.time(Instant.parse(answer.json().path("until").asText()))));
        return ExitCode.FINE;
    }
}
