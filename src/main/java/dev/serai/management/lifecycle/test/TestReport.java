package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Finding;
import java.time.Duration;
import java.util.List;
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
}
