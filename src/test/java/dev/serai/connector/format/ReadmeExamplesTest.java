package dev.serai.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.fixture.AllPacks;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.Gate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes in the manuals of formats and languages pass the gate, with the packs of the distribution. */
class ReadmeExamplesTest {

    private static final Pattern ROUTES = Pattern.compile("```yaml\\R(- (?:route|beans):.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avro",
                "protobuf",
                "fixed-width",
                "excel",
                "edi",
                "hl7",
                "xslt3",
                "jsonata",
                "jolt",
                "datasonnet"
            })
    void examplesPassTheGate(String connector) throws IOException {
        Path folder = Path.of("connectors", connector);
        Matcher matcher = ROUTES.matcher(Files.readString(folder.resolve("README.md")));
        assertThat(matcher.find()).isTrue();
        Map<String, byte[]> files = samples(folder.resolve("sample"));
        files.put("example.camel.yaml", matcher.group(1).getBytes(StandardCharsets.UTF_8));

        try (Packs packs = Packs.ofDistribution(Path.of("connectors"))) {
            Gate gate = new Gate(List.of(), new AllPacks(packs));
            Landscape landscape = new Landscape(Map.of(), Map.of(), Set.of("totals", "rename"), Set.of(), Map.of());

            assertThat(gate.check(new Bundle("example", "example/", files), landscape)
                            .findings())
                    .filteredOn(Finding::refuses)
                    .extracting(Finding::sentence)
                    .isEmpty();
        }
    }

    /** What lies beside the route in the sample, but the route, which is the example. */
    private static Map<String, byte[]> samples(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (!file.toString().endsWith(".camel.yaml")) {
                        files.put(file.getFileName().toString(), Files.readAllBytes(file));
                    }
                }
            }
        }
        return files;
    }
}
