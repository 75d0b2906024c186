package dev.serai.cli;

import dev.serai.console.api.Validation;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.IntegrationMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serai integrate}: join two endpoints by a new integration. */
@Command(
        name = "integrate",
        header = "Join two endpoints by a new integration.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai integrate --from file:inbox/invoices --to event:invoices --mode EVENT_DRIVEN",
            "  serai integrate --from orders-db:orders --to file:out --mode BATCH --name export-orders"
        })
final class IntegrateCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--from", required = true, paramLabel = "URI", description = "Endpoint to read from.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URI",
            description = "Endpoint to write to; several times for mode INTELLIGENT.")
    private List<String> to = List.of();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "How data moves: ${COMPLETION-CANDIDATES}. Default: DIRECT.")
    private IntegrationMode mode = IntegrationMode.DIRECT;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The integration's name. Default: made from the endpoints.")
    private @Nullable String name;

    IntegrateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Workbench workbench = session.workbench();
        Bundle bundle = workbench.draft(session.choices(), new Pipeline(from, to, mode, name));
        Optional<RuntimeClient> runtime = session.runningRuntime();
        return runtime.isPresent()
                ? Change.show(session.screen(), Deployment.of(bundle).to(runtime.get()))
                : placed(workbench.place(session.choices(), bundle), bundle);
    }

    private int placed(Validation validation, Bundle bundle) {
        session.screen().show(validation, result -> {
            new Receipts(session.screen()).show(result.findings());
            session.screen()
                    .line(
                            result.accepted()
                                    ? bundle.name() + ": written to " + bundle.place() + ", it runs with: serai run"
                                    : bundle.name() + ": " + session.screen().red("refused") + ", nothing was written");
        });
        return validation.accepted() ? ExitCode.FINE : ExitCode.FAILED;
    }
}
