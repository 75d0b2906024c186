package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai deadletter redrive}: send a dead letter through its integration again. */
@Command(
        name = "redrive",
        header = "Send a dead letter through its integration again.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai deadletter redrive 118"})
final class DeadLetterRedriveCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Number of the dead letter.")
    private long id;

    DeadLetterRedriveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().post("/deadletters/" + id + "/redrive");
        session.screen().show(reply, answer -> session.screen().line(sentence(answer.json())));
        return reply.json().path("delivered").asBoolean() ? ExitCode.FINE : ExitCode.FAILED;
    }

    private String sentence(JsonNode redrive) {
        return redrive.path("delivered").asBoolean()
                ? "dead letter " + id + " was delivered"
                : "dead letter " + id + " failed again: "
                        + redrive.path("cause").asText();
    }
}
