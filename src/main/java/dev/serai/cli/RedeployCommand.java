package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai redeploy}: judge and deploy the file once more as it is. */
@Command(
        name = "redeploy",
        header = "Judge and deploy the file once more as it is.",
        description = {
            "After a rollback it brings the file's content back; after a refusal it judges the same content again, such as when a",
            "connection was mended. What a person stopped stays stopped."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  serai redeploy orders"})
final class RedeployCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    RedeployCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Change.show(
                session.screen(), session.runtime().post("/integrations/" + RuntimeClient.segment(name) + "/redeploy"));
    }
}
