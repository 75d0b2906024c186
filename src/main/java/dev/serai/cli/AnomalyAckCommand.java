package dev.serai.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai anomaly ack}: take note of an anomaly; it is no alert any more. */
@Command(
        name = "ack",
        header = "Take note of an anomaly; it is no alert any more.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai anomaly ack 12", "  serai anomaly ack 12 --note \"the bank is slow, they know\""})
final class AnomalyAckCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Number of the anomaly.")
    private long id;

    @Option(names = "--note", paramLabel = "TEXT", description = "What there is to say of it.")
    private String note = "";

    AnomalyAckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String body = JsonNodeFactory.instance.objectNode().put("note", note).toString();
        Reply reply = session.runtime().post("/anomalies/" + id + "/ack", body);
        session.screen().show(reply, answer -> session.screen()
                .line("anomaly " + id + " is acknowledged by "
                        + answer.json().path("acknowledgedBy").asText()));
        return ExitCode.FINE;
    }
}
