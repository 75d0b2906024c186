package dev.serai.cli;

import dev.serai.foundation.Finding;
import dev.serai.service.governance.policy.ExampleResult;
import dev.serai.service.governance.policy.Policies;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai policy test}: shows every policy the examples of its own file. */
@Command(
        name = "test",
        header = "Check all policies and show each the examples of its own file, also those that are switched off.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai policy test", "  serai policy test --output json"})
final class PolicyTestCommand implements Callable<Integer> {

    private final Session session;

    PolicyTestCommand(Session session) {
        this.session = session;
    }

    /**
     * What came of it.
     *
     * @param findings what is wrong with the files
     * @param examples what came of each example
     */
    record Outcome(List<Finding> findings, List<ExampleResult> examples) {

        boolean passed() {
            return findings.stream().noneMatch(Finding::refuses)
                    && examples.stream().allMatch(ExampleResult::passed);
        }
    }

    @Override
    public Integer call() {
        Policies policies = session.workbench().policies(session.choices());
        Outcome outcome = new Outcome(policies.findings(), policies.test());
        session.screen().show(outcome, this::print);
        return outcome.passed() ? ExitCode.FINE : ExitCode.FAILED;
    }

    private void print(Outcome outcome) {
        Screen screen = session.screen();
        new Receipts(screen).show(outcome.findings());
        outcome.examples().forEach(this::print);
        long failed = outcome.examples().stream().filter(one -> !one.passed()).count();
        String line = Words.count(outcome.examples().size(), "example") + ", " + failed + " failed";
        screen.line(outcome.passed() ? screen.green(line) : screen.red(line));
    }

    private void print(ExampleResult result) {
        Screen screen = session.screen();
        String grade = result.passed() ? screen.green("pass") : screen.red("FAIL");
        screen.line(grade + "  " + result.policy() + ": " + result.example());
        if (!result.passed()) {
            screen.line("      " + result.place() + ": " + result.detail());
        }
    }
}
