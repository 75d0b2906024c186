package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai policy approve}: approve exactly the content that was submitted last. */
@Command(
        name = "approve",
        header = "Approve exactly what was submitted last of an integration; asks a running Serai.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai policy approve orders"})
final class PolicyApproveCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    PolicyApproveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen()
                .show(
                        session.runtime().post("/integrations/" + name + "/approvals", "{}"),
                        reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private void print(JsonNode approval) {
        List<String> names = new ArrayList<>();
        approval.path("approvals").forEach(one -> names.add(one.asText()));
        session.screen()
                .line(name + " " + approval.path("hash").asText().substring(0, 12) + " is approved by "
                        + String.join(", ", names));
    }
}
