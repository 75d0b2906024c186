package dev.serai.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.management.monitoring.metrics.Metric;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MetricsManualTest {

    @Test
    void tableOfMetricsIsWhatTheCodeSays() throws IOException {
        StringBuilder table = new StringBuilder("| metric | type | labels | what it tells |\n|---|---|---|---|\n");
        for (Metric metric : Metric.values()) {
            table.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            metric.seriesName(), metric.typeWord(), String.join(", ", metric.labels()), metric.help()));
        }

        String present = new GeneratedPart("src/docs/metrics.md", "metrics").checkedAgainst(table.toString());

        assertThat(present).as("run the test with UPDATE_DOCS=true").isEqualTo(table.toString());
    }
}
