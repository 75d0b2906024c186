package dev.serai.cli;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.test.Difference;
import dev.serai.management.lifecycle.test.Step;
import dev.serai.management.lifecycle.test.TestFailure;
import dev.serai.management.lifecycle.test.TestReport;
import dev.serai.management.lifecycle.test.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the tests beside the routes, as {@code serai test --output json} writes it.
 *
 * @param passed whether every test passed and every test file could be read
 * @param findings what is wrong with the test files themselves; the tests of such a file do not run
 * @param tests every test, in the order they ran
 */
record TestSummary(boolean passed, List<Finding> findings, List<Test> tests) {

    /**
     * One test.
     *
     * @param place where it stands: {@code file:line:column}
     */
    record Test(String integration, String name, String place, boolean passed, long millis, List<Failure> failures) {}

    /**
     * One thing that was not as expected.
     *
     * @param place where the expectation stands: {@code file:line:column}
     * @param path what of the message differs; empty when there was nothing to compare
     * @param expected what was expected there
     * @param actual what was there
     * @param step the step of the route where it went wrong; empty when none was reached
     */
    record Failure(String place, String message, String path, String expected, String actual, String step) {}

    static TestSummary of(List<TestReport> reports) {
        return new TestSummary(
                reports.stream().allMatch(TestReport::passed),
                reports.stream().flatMap(report -> report.findings().stream()).toList(),
                reports.stream()
                        .flatMap(report -> report.results().stream().map(result -> test(report, result)))
                        .toList());
    }

    long failed() {
        return tests.stream().filter(test -> !test.passed()).count();
    }

    private static Test test(TestReport report, TestResult result) {
        return new Test(
                report.integration(),
                result.name(),
                place(result.file(), result.line(), result.column()),
                result.passed(),
                result.duration().toMillis(),
                result.failures().stream()
                        .map(failure -> failure(result, failure))
                        .toList());
    }

    private static Failure failure(TestResult result, TestFailure failure) {
        @Nullable Difference difference = failure.difference();
        String place = place(result.file(), failure.line(), failure.column());
        String step = step(failure.step());
        return difference == null
                ? new Failure(place, failure.message(), "", "", "", step)
                : new Failure(
                        place, failure.message(), difference.path(), difference.expected(), difference.actual(), step);
    }

    private static String step(Step step) {
        if (step.route().isEmpty()) {
            return "";
        }
        String place = step.place().isEmpty() ? "" : " (" + step.place() + ")";
        return "route " + step.route() + ", step " + step.node() + place;
    }

    private static String place(String file, int line, int column) {
        return file + ":" + line + ":" + column;
    }
}
