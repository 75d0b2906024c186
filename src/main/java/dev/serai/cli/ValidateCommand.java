package dev.serai.cli;

import dev.serai.console.api.Validation;
import dev.serai.foundation.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai validate}: check integrations without running them; needs no running Serai. */
@Command(
        name = "validate",
        header = "Check integrations without running them; needs no running Serai.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai validate",
            "  serai validate routes/orders",
            "  serai validate /tmp/greet.camel.yaml --output json"
        })
final class ValidateCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files and folders of integrations, wherever they lie. Default: all of the home's routes/.")
    private List<Path> paths = List.of();

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Validation> validations = session.workbench().validate(session.choices(), paths);
        session.screen().show(validations, this::print);
        return validations.stream().allMatch(Validation::accepted) ? ExitCode.FINE : ExitCode.FAILED;
    }

    private void print(List<Validation> validations) {
        Screen screen = session.screen();
        List<Finding> findings = validations.stream()
                .flatMap(validation -> validation.findings().stream())
                .toList();
        new Receipts(screen).show(findings);
        long errors = findings.stream().filter(Finding::refuses).count();
        String summary = Words.count(validations.size(), "integration") + " checked, " + Words.count(errors, "error")
                + ", " + Words.count(findings.size() - errors, "other finding");
        screen.line(errors == 0 ? screen.green(summary) : screen.red(summary));
    }
}
