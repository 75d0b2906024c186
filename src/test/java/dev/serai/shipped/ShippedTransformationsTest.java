package dev.serai.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.enterprise.transformation.SampleResult;
import dev.serai.engine.enterprise.transformation.TransformationTests;
import dev.serai.engine.enterprise.transformation.Transformations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the samples of the shipped transformations. */
class ShippedTransformationsTest {

    private static final Path FOLDER = Path.of("transformations");

    @Test
    void everySamplePasses() {
        List<SampleResult> results = new TransformationTests(FOLDER).run();

        assertThat(results).filteredOn(result -> !result.passed()).isEmpty();
    }

    @Test
    void everyTransformationHasASample() {
        List<SampleResult> results = new TransformationTests(FOLDER).run();

        assertThat(results).extracting(SampleResult::transformation).containsAll(new Transformations(FOLDER).names());
    }
}
