package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of the tests of one integration.
 *
 * @param integration its name
 * @param results one for each test that ran
 * @param findings what is wrong with the test files themselves; the tests of such a file do not run
 */
public record TestReport(String integration, List<TestResult> results, List<Finding> findings) {

    public TestReport {
        results = List.copyOf(results);
        findings = List.copyOf(findings);
    }

    public boolean passed() {
        return findings.isEmpty() && results.stream().allMatch(TestResult::passed);
    }

    public long failed() {
        return results.stream().filter(result -> !result.passed()).count();
    }

    public Duration duration() {
        return results.stream().map(TestResult::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** Everything that is wrong, as the gate tells it. */
    public List<Finding> allFindings() {
        return Stream.concat(findings.stream(), results.stream().flatMap(result -> result.findings().stream()))
                .toList();
    }

    /** For a person: a line for each test, the reasons below it, and a summary. */
    public String text() {
        String problems = findings.stream()
                .map(finding -> "  " + finding.sentence() + "\n")
                .collect(Collectors.joining());
        String tests = results.stream().map(TestReport::text).collect(Collectors.joining());
        return problems + tests + integration + ": " + summary() + "\n";
    }

    private String summary() {
        String passed = (results.size() - failed()) + " passed, " + failed() + " failed";
        String broken = findings.isEmpty() ? "" : ", " + findings.size() + " mistakes in test files";
        return passed + broken + " (" + duration().toMillis() + " ms)";
    }

    private static String text(TestResult result) {
        String head = String.format(
                Locale.ROOT,
                "  %s %s (%d ms)%n",
                result.passed() ? "ok  " : "FAIL",
                result.name(),
                result.duration().toMillis());
        return head
                + result.failures().stream()
                        .map(failure ->
                                "       " + result.file() + ":" + failure.line() + ": " + failure.sentence() + "\n")
                        .collect(Collectors.joining());
    }
}
