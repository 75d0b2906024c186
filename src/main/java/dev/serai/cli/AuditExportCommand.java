package dev.serai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai audit export}: the whole audit trail as JSON lines, oldest first. */
@Command(
        name = "export",
        header = "The whole audit trail as JSON lines, oldest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai audit export > audit.jsonl"})
final class AuditExportCommand implements Callable<Integer> {

    private final Session session;

    AuditExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Screen screen = session.screen();
        session.runtime().lines("/audit/export", screen::line);
        return ExitCode.FINE;
    }
}
