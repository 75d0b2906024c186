package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai receipt}: what came of the newest change of an integration. */
@Command(
        name = "receipt",
        header = "What came of the newest change of an integration.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai receipt orders", "  serai receipt orders --output json"})
final class ReceiptCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    ReceiptCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reply reply = session.runtime().get("/integrations/" + RuntimeClient.segment(name) + "/receipt");
        session.screen().show(reply, answer -> new Receipts(session.screen()).show(Shapes.receipt(answer.json())));
        return ExitCode.FINE;
    }
}
