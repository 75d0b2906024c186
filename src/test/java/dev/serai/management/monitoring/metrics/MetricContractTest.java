package dev.serai.management.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names are API: the contract is written by hand, so that a change of the code alone does not pass. */
class MetricContractTest {

    @Test
    void namesTypesAndLabelsAreThoseOfTheContract() throws IOException {
        List<String> contract;
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/metrics/contract.txt"))) {
            contract = lines.filter(line -> !line.startsWith("#")).toList();
        }

        List<String> told = Arrays.stream(Metric.values())
                .map(metric -> (metric.seriesName() + " " + metric.typeWord() + " " + String.join(",", metric.labels()))
                        .strip())
                .sorted()
                .toList();

        assertThat(told).isEqualTo(contract);
    }
}
