package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Finding;
import java.time.Duration;
import java.util.List;

/**
 * What came of one test.
 *
 * @param name its name
 * @param file the test file, relative to the home folder
 * @param line line of its name, from 1
 * @param column column of its name, from 1
 * @param duration how long it took
 * @param failures why it failed; empty when it passed
 */
public record TestResult(
        String name, String file, int line, int column, Duration duration, List<TestFailure> failures) {

    public TestResult {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }

    List<Finding> findings() {
        return failures.stream()
                .map(failure -> Finding.error(
                        file,
                        failure.line(),
                        failure.column(),
                        TestCheck.NAME,
                        "test \"" + name + "\" failed: " + failure.sentence(),
                        ""))
                .toList();
    }
}
