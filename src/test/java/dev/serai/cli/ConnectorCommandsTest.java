package dev.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorCommandsTest {

    private final CommandLineFixture serai;

    ConnectorCommandsTest(@TempDir Path home) {
        this.serai = new CommandLineFixture(home);
    }

    @Test
    void theConnectorsAreListedWithoutARunningSerai() {
        String out = serai.run("connector", "list").isFine().out();

        assertThat(out.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("NAME"));
        assertThat(out)
                .containsPattern(
                        "kafka +Apache Kafka +source, sink, transactions +at-least-once.* [0-9.]+ MB, \\d+ jars");
        assertThat(serai.run("connector", "list", "--output", "json")
                        .isFine()
                        .json()
                        .findValuesAsText("name"))
                .contains("h2", "kafka");
    }

    @Test
    void oneIsShownWithItsParameters() {
        assertThat(serai.run("connector", "show", "h2").isFine().out())
                .containsPattern("pool-size +integer, in connections +10 +Most connections open at a time")
                .containsPattern("password +secret")
                .contains("in the core");
    }

    @Test
    void oneThatIsNotThereIsAnsweredWithTheNearest() {
        assertThat(serai.run("connector", "show", "kafak").fails(1).err())
                .contains("there is no connector \"kafak\"", "did you mean \"kafka\"?");
    }

    @Test
    void theSchemaIsJson() {
        assertThat(serai.run("connector", "schema")
                        .isFine()
                        .json()
                        .path("$schema")
                        .asText())
                .isEqualTo("http://json-schema.org/draft-07/schema#");
    }

    @Test
    void doctorTellsWhereAClassComesFrom() {
        assertThat(serai.run("doctor", "--class", "org.apache.kafka.KafkaProducer")
                        .isFine()
                        .out())
                .contains("kafka-clients.jar");
        assertThat(serai.run("doctor", "--class", "org.nowhere.Nothing")
                        .fails(1)
                        .err())
                .contains("no jar of the core or of a pack holds org.nowhere.Nothing");
    }
}
