package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs the tests beside the routes of an integration. Nothing outside is reached, nothing is left behind. */
public final class RouteTests {

    private static final Duration START = Duration.ofSeconds(20);

    private final ContextFactory contexts;

    /** @param contexts builds the routes' context; what it attaches must reach nothing outside, replaced components are removed */
    public RouteTests(ContextFactory contexts) {
        this.contexts = contexts;
    }

    /** Whether an integration has tests. */
    public static boolean has(Bundle bundle) {
        return bundle.paths().stream().anyMatch(path -> FileRole.of(path) == FileRole.TEST);
    }

    /**
     * @param bundle the integration
     * @param classes its compiled classes
     * @param properties what its routes see, before the test file's own
     * @return a result for every test of every file without mistakes
     */
    public TestReport run(Bundle bundle, CompiledClasses classes, Map<String, String> properties) {
        List<TestResult> results = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        bundle.paths().stream()
                .filter(path -> FileRole.of(path) == FileRole.TEST)
                .forEach(path -> {
                    Problems problems = new Problems(bundle.place(path));
                    TestFileReader.read(bundle, path, problems).ifPresent(file -> {
                        if (problems.findings().isEmpty()) {
                            results.addAll(runFile(bundle, classes, properties, file));
                        }
                    });
                    findings.addAll(problems.findings());
                });
        return new TestReport(bundle.name(), results, findings);
    }

    private List<TestResult> runFile(
            Bundle bundle, CompiledClasses classes, Map<String, String> properties, TestFile file) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(file.properties());
        return file.tests().stream()
                .map(test -> run(bundle, classes, all, file, test))
                .toList();
    }

    /** Every test has routes of its own: what one leaves in aggregations, idempotent repositories and beans reaches no other. */
    private TestResult run(
            Bundle bundle, CompiledClasses classes, Map<String, String> properties, TestFile file, RouteTest test) {
        long start = System.nanoTime();
        List<TestFailure> failures;
        try {
            failures = perform(bundle, classes, properties, test);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures = List.of(failure(test, "the runtime is stopping"));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new TestResult(test.name(), bundle.place(file.path()), test.line(), test.column(), took, failures);
    }

    private List<TestFailure> perform(
            Bundle bundle, CompiledClasses classes, Map<String, String> properties, RouteTest test)
            throws InterruptedException {
        Recorder recorder = new Recorder(test);
        Stage stage = new Stage(contexts, bundle, classes, properties, recorder);
        TimedCall<Boolean> opening = TimedCall.start("test routes of " + bundle.name(), () -> {
            stage.open();
            return true;
        });
        try {
            opening.await(START);
            return new Performance(test, stage, recorder).run();
        } catch (ExecutionException e) {
            return List.of(failure(test, "the routes do not start: " + Observer.told(e.getCause())));
        } catch (TimeoutException e) {
            return List.of(
                    failure(test, "the routes had not started after " + START.toSeconds() + " s; " + opening.end()));
        } finally {
            stage.close();
        }
    }

    private static TestFailure failure(RouteTest test, String message) {
        return new TestFailure(message, null, Step.NONE, test.line(), test.column());
    }
}
