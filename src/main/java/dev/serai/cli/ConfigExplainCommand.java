package dev.serai.cli;

import dev.serai.foundation.configuration.ConfiguredValue;
import dev.serai.foundation.configuration.Explanation;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        Optional<ConfiguredValue> winner = explanation.winner();
        screen.line(key + winner.map(value -> " = " + value.value()).orElse(" has no value"));
        if (!explanation.meaning().isEmpty()) {
            screen.line("  " + explanation.meaning());
        }
        Table table = new Table(" ", "LAYER", "VALUE", "PLACE");
        explanation
                .values()
                .forEach(value -> table.row(
                        winner.filter(value::equals).isPresent() ? ">" : " ",
                        value.layer().title(),
                        value.value(),
                        value.place()));
        screen.table(table);
    }
}
