package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai run}: run Serai until it is stopped with Ctrl-C. */
@Command(
        name = "run",
        header = "Run Serai until it is stopped with Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai run",
            "  serai run --home /srv/serai --profile prod",
            "  serai run --port 0 --management-port 0 --set serai.watch.enabled=false"
        })
final class RunCommand implements Callable<Integer> {

    private final Session session;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.workbench().run(session.choices());
    }
}
