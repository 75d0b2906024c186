package dev.serai.connector.artemis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples beside the connectors are accepted as they are, with the connections that they come with. */
class BrokerSamplesTest {

    private static final List<String> CONNECTORS = List.of(
            "artemis",
            "amqp",
            "mqtt",
            "nats",
            "ibm-mq",
            "ibm-i",
            "mongodb",
            "cassandra",
            "neo4j",
            "pgvector",
            "qdrant");

    @TempDir
    Path home;

    @Test
    void samplesPassTheGate() throws IOException {
        Files.createDirectories(home.resolve("config/connections"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        Path secret = Files.writeString(home.resolve("secret"), "of the test");
        for (String connector : CONNECTORS) {
            Path sample = Path.of("connectors", connector, "sample");
            String yaml = Files.readString(sample.resolve("connection.yaml"));
            String place = yaml.lines().findFirst().orElseThrow().substring(2);
            Files.writeString(home.resolve(place), yaml.replaceAll("\\{\\{env:.*}}", "{{file:" + secret + "}}"));
            copy(sample);
        }

        CommandRun run = CommandRun.of(home, command());

        assertThat(run.code()).as(run.out() + run.err()).isZero();
    }

    private String[] command() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("routes"))) {
            return Stream.concat(
                            Stream.of("validate"), folders.map(Path::toString).sorted())
                    .toArray(String[]::new);
        }
    }

    private void copy(Path sample) throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".camel.yaml")).toList()) {
                Path target =
                        home.resolve("routes").resolve(sample.relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target);
            }
        }
    }
}
