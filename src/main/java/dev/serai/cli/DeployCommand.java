package dev.serai.cli;

import dev.serai.foundation.Bundle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai deploy}: put an integration into the running Serai and wait for its receipt. */
@Command(
        name = "deploy",
        header = "Put an integration into the running Serai and wait for its receipt.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai deploy ~/work/orders", "  serai deploy greet.camel.yaml"})
final class DeployCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "PATH", description = "File or folder of the integration.")
    private Path path = Path.of("");

    DeployCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RuntimeClient runtime = session.runtime();
        Bundle bundle = session.workbench().read(path);
        return Change.show(session.screen(), Deployment.of(bundle).to(runtime));
    }
}
