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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the tests beside the routes of an integration. Nothing outside is reached, nothing is left behind. */
public final class RouteTests {

    private static final Pattern COMPONENT_OPTION = Pattern.compile("camel\\.component\\.([^.]+)\\.");

    private final ContextFactory contexts;

    /** @param contexts builds the routes' context; what it attaches must reach nothing outside, replaced components are removed */
    public RouteTests(ContextFactory contexts) {
        this.contexts = contexts;
    }

    /** Whether an integration has tests. */
    public static boolean has(Bundle bundle) {
        return testFiles(bundle).findAny().isPresent();
    }

    /** What is wrong with the test files themselves; nothing is run. */
    public static List<Finding> mistakes(Bundle bundle) {
        return testFiles(bundle)
                .flatMap(path -> {
                    Problems problems = new Problems(bundle.place(path));
                    TestFileReader.read(bundle, path, problems);
                    return problems.findings().stream();
                })
                .toList();
    }

    /**
     * @param bundle the integration
     * @param classes its compiled classes
     * @param properties what its routes see, before the test file's own
     * @return a result for every test of every file without mistakes
     */
    public TestReport run(Bundle bundle, CompiledClasses classes, Map<String, String> properties) {
        List<TestResult> results = testFiles(bundle)
                .flatMap(path -> readable(bundle, path).stream())
                .flatMap(file -> runFile(bundle, classes, properties, file).stream())
                .toList();
        return new TestReport(bundle.name(), results, mistakes(bundle));
    }

    private static Stream<String> testFiles(Bundle bundle) {
        return bundle.paths().stream().filter(path -> FileRole.of(path) == FileRole.TEST);
    }

    /** A file with any mistake is not run at all. */
    private static Optional<TestFile> readable(Bundle bundle, String path) {
        Problems problems = new Problems(bundle.place(path));
        return TestFileReader.read(bundle, path, problems)
                .filter(file -> problems.findings().isEmpty());
    }

    private List<TestResult> runFile(
            Bundle bundle, CompiledClasses classes, Map<String, String> properties, TestFile file) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(file.properties());
        all.keySet().removeIf(RouteTests::configuresReplaced);
        List<TestResult> results = new ArrayList<>();
        try (Stages stages = new Stages(() -> new Stage(contexts, bundle, classes, all))) {
            file.tests().forEach(test -> results.add(result(bundle, file, test, stages)));
        }
        return results;
    }

    /** {@code camel.component.kafka.brokers} is an option of a component that is not there in a test. */
    private static boolean configuresReplaced(String key) {
        Matcher matcher = COMPONENT_OPTION.matcher(key);
        return matcher.lookingAt() && Outside.isOutside(matcher.group(1));
    }

    private static TestResult result(Bundle bundle, TestFile file, RouteTest test, Stages stages) {
        long start = System.nanoTime();
        List<TestFailure> failures;
        try {
            failures = new Performance(test, stages).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures = List.of(TestFailure.of(test, "the runtime is stopping", Step.NONE));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new TestResult(test.name(), bundle.place(file.path()), test.line(), test.column(), took, failures);
    }
}
