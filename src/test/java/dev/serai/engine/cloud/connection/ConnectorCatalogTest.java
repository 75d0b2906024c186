package dev.serai.engine.cloud.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.serai.console.api.Wire;
import dev.serai.engine.cloud.pack.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectorCatalogTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Packs packs = Packs.ofDistribution(Path.of("connectors"));
    private final ConnectorCatalog catalog = new ConnectorCatalog(Path.of("connectors"), packs);

    @Test
    void everyShippedConnectorIsThereWithItsLibraries() {
        ConnectorSheet kafka = catalog.find("kafka").orElseThrow();

        assertThat(catalog.all())
                .extracting(ConnectorSheet::name)
                .contains("h2", "kafka", "postgresql")
                .isSorted();
        assertThat(kafka.capabilities()).containsExactly("source", "sink", "transactions");
        assertThat(kafka.pack().jars()).contains("kafka-clients-3.9.1.jar");
        assertThat(kafka.pack().bytes()).isGreaterThan(1_000_000);
        assertThat(kafka.pack().provides()).containsExactly("component/kafka");
        assertThat(catalog.find("h2").orElseThrow().pack().jars()).isEmpty();
    }

    @Test
    void theSchemaAcceptsEveryConnectionThatIsShipped() throws IOException {
        try (Stream<Path> own = Files.list(Path.of("config/connections"));
                Stream<Path> samples = Files.walk(Path.of("connectors"), 3)) {
            List<Path> shipped = Stream.concat(
                            own.filter(file -> file.toString().endsWith(".yaml")),
                            samples.filter(file -> file.endsWith("connection.yaml")))
                    .toList();
            assertThat(shipped).isNotEmpty();
            for (Path file : shipped) {
                assertThat(problems(Files.readString(file))).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void theSchemaRefusesWhatTheRuntimeRefuses() throws IOException {
        assertThat(problems("connector: kafak\n")).isNotEmpty();
        assertThat(problems("connector: kafka\n")).anyMatch(problem -> problem.contains("parameters"));
        assertThat(problems("connector: kafka\nparameters: {broker: x}\n"))
                .anyMatch(problem -> problem.contains("broker"));
        assertThat(problems("connector: h2\nparameters: {pool-size: many}\n")).isNotEmpty();
        assertThat(problems("connector: h2\nparameters: {pool-size: '{{env:SIZE}}'}\n"))
                .isEmpty();
        assertThat(problems("connector: h2\nparameters: {password: hunter2}\n"))
                .anyMatch(problem -> problem.contains("password"));
        assertThat(problems("connector: h2\ncircuit: {pause: soon}\n")).isNotEmpty();
        assertThat(problems("connector: h2\ncircuit: {}\n")).isEmpty();
        assertThat(problems("connector: h2\nprofiles: {prod: {parameters: {pol-size: 3}}}\n"))
                .isNotEmpty();
    }

    private List<String> problems(String yaml) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Wire.text(catalog.schema()));
        JsonNode file = YAML.readTree(yaml);
        return schema.validate(file).stream().map(ValidationMessage::toString).toList();
    }
}
