package dev.serai.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai config explain}: where a configuration key gets its value. */
@Command(
        name = "explain",
        header = "Where a configuration key gets its value.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai config explain serai.http.port", "  serai config explain serai.store.url --profile prod"})
final class ConfigExplainCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "KEY", description = "The key, such as serai.http.port.")
    private String key = "";

    ConfigExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.workbench().explain(session.choices(), key), this::print);
        return ExitCode.FINE;
    }

    private void print(Explanation explanation) {
        Screen screen = session.screen();
        @Nullable String value = explanation.value();
        screen.line(explanation.key() + (value == null ? " has no value" : " = " + value));
        if (!explanation.description().isEmpty()) {
            screen.line("  " + explanation.description());
        }
        Table table = new Table("", "LAYER", "VALUE", "PLACE");
        explanation
                .layers()
                .forEach(layer -> table.row(layer.wins() ? ">" : " ", layer.layer(), layer.value(), layer.place()));
        screen.table(table);
    }
}
