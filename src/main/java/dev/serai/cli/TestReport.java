package dev.serai.cli;

import dev.serai.foundation.Finding;
import java.util.List;

/**
 * What came of the tests beside the routes.
 *
 * @param findings what is wrong with the test files themselves; the tests of such a file do not run
 * @param tests every test, in the order they ran
 */
public record TestReport(List<Finding> findings, List<Test> tests) {

    public TestReport {
        findings = List.copyOf(findings);
        tests = List.copyOf(tests);
    }

    public boolean passed() {
        return findings.stream().noneMatch(Finding::refuses) && tests.stream().allMatch(Test::passed);
    }

    /**
     * One test.
     *
     * @param integration the integration it belongs to
     * @param file the file it stands in, relative to the home folder
     * @param name its name
     * @param passed whether everything was as expected
     * @param millis how long it took
     * @param failures what was not as expected; empty when it passed
     */
    public record Test(
            String integration, String file, String name, boolean passed, long millis, List<Failure> failures) {

        public Test {
            failures = List.copyOf(failures);
        }
    }

    /**
     * One thing that was not as expected.
     *
     * @param place where the expectation stands: {@code file:line:column}
     * @param message what is wrong, in one sentence
     * @param expected what was expected; empty when the message says it all
     * @param actual what was seen; empty when the message says it all
     * @param step the step of the route where it went wrong; empty when unknown
     */
    public record Failure(String place, String message, String expected, String actual, String step) {}
}
