package dev.serai.runtime;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.engine.enterprise.transformation.SampleResult;
import dev.serai.engine.enterprise.transformation.TransformationTests;
import dev.serai.management.lifecycle.test.Step;
import dev.serai.management.lifecycle.test.TestFailure;
import dev.serai.management.lifecycle.test.TestReport;
import dev.serai.management.lifecycle.test.TestResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The samples of the transformations, told as the tests beside the routes are. */
final class SampleReports {

    private SampleReports() {}

    static List<TestReport> of(Path home) {
        Path transformations = home.resolve("transformations");
        if (!Files.isDirectory(transformations)) {
            return List.of();
        }
        try (Packs packs = Packs.ofDistribution(home.resolve("connectors"))) {
            return reports(new TransformationTests(transformations, packs::attachAlone).run());
        }
    }

    private static List<TestReport> reports(List<SampleResult> samples) {
        Map<String, List<TestResult>> results = samples.stream()
                .collect(Collectors.groupingBy(
                        result -> "transformations/" + result.transformation(),
                        TreeMap::new,
                        Collectors.mapping(SampleReports::result, Collectors.toList())));
        return results.entrySet().stream()
                .map(one -> new TestReport(one.getKey(), one.getValue(), List.of()))
                .toList();
    }

    private static TestResult result(SampleResult sample) {
        String folder = "transformations/" + sample.transformation() + "/samples/";
        List<TestFailure> failures = sample.passed()
                ? List.of()
                : List.of(new TestFailure(sample.failure(), null, new Step("", "", ""), 0, 0));
        return new TestResult(sample.sample(), folder + sample.sample(), 0, 0, sample.duration(), failures);
    }
}
