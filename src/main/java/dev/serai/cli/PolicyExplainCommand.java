package dev.serai.cli;

import dev.serai.service.governance.policy.Evaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai policy explain}: how a policy is evaluated for an integration. */
@Command(
        name = "explain",
        header = "How a policy is evaluated for an integration, also one that is switched off.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai policy explain owner-required orders",
            "  serai policy explain tls-only /tmp/greet.camel.yaml"
        })
final class PolicyExplainCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the policy.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "INTEGRATION",
            description = "Name of an integration in routes/, or its file or folder.")
    private Path integration = Path.of("");

    PolicyExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(session.workbench().explainPolicy(session.choices(), name, integration), this::print);
        return ExitCode.FINE;
    }

    private void print(List<Evaluation> evaluations) {
        if (evaluations.isEmpty()) {
            session.screen().line("there is nothing in the integration that the policy is asked of");
            return;
        }
        evaluations.forEach(this::print);
    }

    private void print(Evaluation evaluation) {
        Screen screen = session.screen();
        String line = evaluation.opinion() + "  " + evaluation.place() + ": " + evaluation.subject();
        screen.line(evaluation.opinion().equals("broken") ? screen.red(line) : line);
        evaluation.values().forEach((what, value) -> screen.line("      " + what + " = " + value));
        if (!evaluation.detail().isEmpty()) {
            screen.line("      " + evaluation.detail());
        }
    }
}
