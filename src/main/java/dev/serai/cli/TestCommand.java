package dev.serai.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serai test}: run the tests beside the routes; needs no running Serai. */
@Command(
        name = "test",
        header = "Run the tests beside the routes; needs no running Serai.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai test", "  serai test routes/orders", "  serai test --report target/serai-reports"})
final class TestCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files and folders of integrations. Default: all of the home's routes/.")
    private List<Path> paths = List.of();

    @Option(names = "--report", paramLabel = "DIR", description = "Folder to write JUnit XML into.")
    private @Nullable Path report;

    TestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        TestSummary summary =
                TestSummary.of(session.workbench().test(session.choices(), paths, Optional.ofNullable(report)));
        session.screen().show(summary, this::print);
        return summary.passed() ? ExitCode.FINE : ExitCode.FAILED;
    }

    private void print(TestSummary summary) {
        Screen screen = session.screen();
        new Receipts(screen).show(summary.findings());
        summary.tests().forEach(this::print);
        String findings = summary.findings().isEmpty()
                ? ""
                : ", " + Words.count(summary.findings().size(), "finding") + " in test files";
        String line = Words.count(summary.tests().size(), "test") + ", " + summary.failed() + " failed" + findings;
        screen.line(summary.passed() ? screen.green(line) : screen.red(line));
    }

    private void print(TestSummary.Test test) {
        Screen screen = session.screen();
        String grade = test.passed() ? screen.green("pass") : screen.red("FAIL");
        screen.line(grade + "  " + test.integration() + ": " + test.name() + " (" + test.millis() + " ms)");
        test.failures().forEach(this::print);
    }

    private void print(TestSummary.Failure failure) {
        session.screen().line("      " + failure.place() + ": " + failure.message());
        print("at", failure.path());
        print("expected", failure.expected());
        print("actual", failure.actual());
        print("step", failure.step());
    }

    private void print(String label, String value) {
        if (!value.isEmpty()) {
            String indented = value.strip().replace("\n", "\n" + " ".repeat(18));
            session.screen()
                    .line(" ".repeat(8) + (label + ":").concat(" ".repeat(10)).substring(0, 10) + indented);
        }
    }
}
