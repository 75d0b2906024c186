package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.Check;
import java.util.List;

/** The tests beside the routes, as the last check of the gate: routes that other checks refuse are not run. */
public final class TestCheck implements Check {

    static final String NAME = "tests";

    private final RouteTests tests;

    public TestCheck(RouteTests tests) {
        this.tests = tests;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (!RouteTests.has(candidate.bundle())) {
            return List.of();
        }
        return candidate.isRefused()
                ? RouteTests.mistakes(candidate.bundle())
                : tests.run(candidate.bundle(), candidate.classes(), candidate.properties())
                        .allFindings();
    }
}
