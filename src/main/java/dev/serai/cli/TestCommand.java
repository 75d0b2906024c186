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
        TestReport result = session.workbench().test(session.choices(), paths, Optional.ofNullable(report));
        session.screen().show(result, this::print);
        return result.passed() ? ExitCode.FINE : ExitCode.FAILED;
    }

    private void print(TestReport result) {
        new Receipts(session.screen()).show(result.findings());
        result.tests().forEach(this::print);
        long failed = result.tests().stream().filter(test -> !test.passed()).count();
        String summary = Words.count(result.tests().size(), "test") + ", " + failed + " failed"
                + (result.findings().isEmpty()
                        ? ""
                        : ", " + Words.count(result.findings().size(), "finding"));
        Screen screen = session.screen();
        screen.line(result.passed() ? screen.green(summary) : screen.red(summary));
    }

    private void print(TestReport.Test test) {
        Screen screen = session.screen();
        String grade = test.passed() ? screen.green("pass") : screen.red("FAIL");
        screen.line(grade + "  " + test.integration() + ": " + test.name() + " (" + test.millis() + " ms)");
        test.failures().forEach(this::print);
    }

    private void print(TestReport.Failure failure) {
        session.screen().line("      " + failure.place() + ": " + failure.message());
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
