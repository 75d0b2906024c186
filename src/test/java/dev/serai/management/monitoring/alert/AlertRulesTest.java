package dev.serai.management.monitoring.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** That no shipped alert is without the examples that MetricsIT gives to promtool. */
class AlertRulesTest {

    private static final Path FOLDER = Path.of("config/prometheus");

    @Test
    void everyAlertHasAnExampleThatFiresAndOneThatDoesNot() throws IOException {
        Set<String> alerts = new TreeSet<>(yaml("serai.rules.yaml").findValuesAsText("alert"));

        assertThat(alerts).isNotEmpty();
        assertThat(examples(JsonNode::isEmpty)).as("that do not fire").isEqualTo(alerts);
        assertThat(examples(fired -> !fired.isEmpty())).as("that fire").isEqualTo(alerts);
    }

    @Test
    void everyAlertSaysHowSevereItIsWhatIsWrongAndWhatToDo() throws IOException {
        for (JsonNode rule : yaml("serai.rules.yaml").findParents("alert")) {
            assertThat(rule.at("/labels/severity").asText()).isIn("info", "warning", "critical");
            assertThat(rule.at("/annotations/summary").asText()).endsWith(".");
            assertThat(rule.at("/annotations/action").asText()).endsWith(".");
        }
    }

    private static Set<String> examples(Predicate<JsonNode> expected) throws IOException {
        Set<String> alerts = new TreeSet<>();
        for (JsonNode example : yaml("serai.rules.test.yaml").findParents("alertname")) {
            if (expected.test(example.path("exp_alerts"))) {
                alerts.add(example.path("alertname").asText());
            }
        }
        return alerts;
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(FOLDER.resolve(file).toFile());
    }
}
