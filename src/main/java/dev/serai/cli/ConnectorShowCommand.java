package dev.serai.cli;

import dev.serai.engine.cloud.connection.ConnectorCatalog;
import dev.serai.engine.cloud.connection.ConnectorSheet;
import dev.serai.foundation.DidYouMean;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai connector show}: one connector with its parameters and its libraries. */
@Command(
        name = "show",
        header = "One connector: its parameters and its libraries.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai connector show kafka"})
final class ConnectorShowCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the connector.")
    private String name = "";

    ConnectorShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ConnectorCatalog catalog = session.workbench().connectors(session.choices());
        session.screen().show(catalog.find(name).orElseThrow(() -> unknown(catalog)), this::print);
        return ExitCode.FINE;
    }

    private CommandException unknown(ConnectorCatalog catalog) {
        List<String> names = catalog.all().stream().map(ConnectorSheet::name).toList();
        String near = DidYouMean.hint(name, names);
        return new CommandException(
                "there is no connector \"" + name + "\"", near.isEmpty() ? "see: serai connector list" : near);
    }

    private void print(ConnectorSheet sheet) {
        Screen screen = session.screen();
        Table table = new Table("FIELD", "VALUE");
        table.row("name", sheet.name());
        table.row("title", sheet.title());
        table.row("description", sheet.description());
        table.row("component", sheet.connects() ? sheet.component() : "- (data formats and languages)");
        table.row("can", String.join(", ", sheet.capabilities()));
        table.row("delivery", sheet.delivery());
        table.row("pack", ConnectorText.size(sheet.pack()));
        table.row("provides", String.join(", ", sheet.pack().provides()));
        screen.table(table);
        if (!sheet.parameters().isEmpty()) {
            screen.line("");
            screen.table(parameters(sheet));
        }
        if (!sheet.pack().jars().isEmpty()) {
            screen.line("");
            sheet.pack().jars().forEach(screen::line);
        }
    }

    private static Table parameters(ConnectorSheet sheet) {
        Table table = new Table("PARAMETER", "TYPE", "DEFAULT", "MEANING");
        sheet.parameters()
                .forEach(field -> table.row(
                        field.name(),
                        ConnectorText.type(field),
                        ConnectorText.standard(field),
                        ConnectorText.description(field)));
        return table;
    }
}
