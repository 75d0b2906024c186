package dev.serai.cli;

import dev.serai.service.governance.policy.PolicySheet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai policy list}: all policies of the home. */
@Command(
        name = "list",
        header = "All policies of config/policies/: where they act, what they weigh, and why they are there.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai policy list", "  serai policy list --output json"})
final class PolicyListCommand implements Callable<Integer> {

    private final Session session;

    PolicyListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.workbench().policies(session.choices()).sheets(), this::print);
        return ExitCode.FINE;
    }

    private void print(List<PolicySheet> sheets) {
        if (sheets.isEmpty()) {
            session.screen().line("no policies; this home has no files in config/policies/");
            return;
        }
        Table table = new Table("NAME", "SEVERITY", "AT", "EACH", "REASON");
        sheets.forEach(sheet -> table.row(
                sheet.name(),
                sheet.enabled() ? sheet.severity() : "off (" + sheet.severity() + ")",
                String.join(", ", sheet.at()),
                sheet.each(),
                sheet.reason()));
        session.screen().table(table);
    }
}
