package dev.serai.cli;

import dev.serai.engine.cloud.connection.ConnectorSheet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai connector list}: all connectors of the home. */
@Command(
        name = "list",
        header = "All connectors, what they can do, and the size of their libraries.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai connector list", "  serai connector list --output json"})
final class ConnectorListCommand implements Callable<Integer> {

    private final Session session;

    ConnectorListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.workbench().connectors(session.choices()).all(), this::print);
        return ExitCode.FINE;
    }

    private void print(List<ConnectorSheet> sheets) {
        if (sheets.isEmpty()) {
            session.screen().line("no connectors; this home has no folder connectors/");
            return;
        }
        Table table = new Table("NAME", "TITLE", "CAN", "DELIVERY", "PACK");
        sheets.forEach(sheet -> table.row(
                sheet.name(),
                sheet.title(),
                sheet.connects() ? String.join(", ", sheet.capabilities()) : "data formats and languages",
                sheet.delivery(),
                ConnectorText.size(sheet.pack())));
        session.screen().table(table);
    }
}
