package dev.serai.cli;

import dev.serai.foundation.Receipt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai rollback}: bring a stored version back; the file stays as it is. */
@Command(
        name = "rollback",
        header = "Bring a stored version back; the file stays as it is.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai rollback orders", "  serai rollback orders 5"})
final class RollbackCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "N",
            description = "Number of the version. Default: the one before the active.")
    private @Nullable Integer version;

    RollbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String path = "/integrations/" + RuntimeClient.segment(name) + "/rollback";
        Reply reply = version == null
                ? session.runtime().post(path)
                : session.runtime().post(path, "{\"version\":" + version + "}");
        Receipt receipt = Shapes.receipt(reply.json());
        session.screen().show(reply, answer -> print(receipt));
        return receipt.accepted() ? ExitCode.FINE : ExitCode.FAILED;
    }

    private void print(Receipt receipt) {
        new Receipts(session.screen()).show(receipt);
        if (receipt.accepted()) {
            session.screen().line("the file and the running version differ until the file changes again");
        }
    }
}
