package dev.serai.management.lifecycle.test;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a test failed.
 *
 * @param message what was expected and what came, in one sentence
 * @param difference the first difference; null when there was nothing to compare
 * @param step the route step it happened in
 * @param line line in the test file, from 1
 * @param column column in the test file, from 1
 */
public record TestFailure(String message, @Nullable Difference difference, Step step, int line, int column) {

    /** A failure of a test as a whole. */
    static TestFailure of(RouteTest test, String message, Step step) {
        return new TestFailure(message, null, step, test.line(), test.column());
    }

    /** With the first difference and the route step. */
    public String sentence() {
        return message
                + (difference == null ? "" : ": " + difference.sentence())
                + (step.route().isEmpty() ? "" : "; in " + step.sentence());
    }
}
