package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import dev.serai.fixture.ShippedConnectors;
import dev.serai.fixture.ShippedHome;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each case of the catalogue of broken inputs is saved over an integration that serves, which goes on serving. */
@Timeout(180)
class BrokenInputsLiveIT {

    private static final Path CATALOGUE = Path.of("src/test/resources/broken");
    private static final String GOOD = """
            - from:
                uri: platform-http:/live/%1$s
                steps:
                  - setBody:
                      constant: "%1$s serves"
            """;
    private static final String BILLING = """
            - route:
                id: billing-route
                from:
                  uri: direct:invoice
                  steps:
                    - log: invoice
            - route:
                from:
                  uri: platform-http:/invoices/{id}?httpMethodRestrict=GET
                  steps:
                    - to: direct:invoice
            - route:
                from:
                  # the name that other integrations call
                  uri: service:prices
                  steps:
                    - setBody:
                        constant: "1"
            """;
    private static final String NEVER_ENDING = """
            import org.apache.camel.builder.RouteBuilder;

            public class Stuck extends RouteBuilder {
                static int turns;

                static {
                    while (turns >= 0) {
                        turns = (turns + 1) % 1000;
                    }
                }

                @Override
                public void configure() {
                    from("platform-http:/live/stuck").setBody(constant("never"));
                }
            }
            """;

    @TempDir
    Path home;

    @Test
    void everyBrokenInputIsRefusedWhileTheOldVersionGoesOnAnswering() throws IOException {
        prepareHome();
        List<String> cases = cases();
        cases.forEach(name -> write(name, "route.camel.yaml", GOOD.formatted(name)));

        try (LiveSerai live = LiveSerai.start(home)) {
            RunningSerai serai = live.door();
            cases.forEach(name -> assertServes(serai, name));
            cases.forEach(this::saveBroken);
            SoftAssertions softly = new SoftAssertions();
            cases.forEach(name -> assertRefused(softly, serai, name));
            softly.assertAll();

            cases.forEach(this::restore);

            cases.forEach(name -> assertRestored(serai, name));
        }
    }

    private void prepareHome() throws IOException {
        ShippedHome shipped = ShippedHome.in(home);
        deleteTree(home.resolve("routes"));
        // The catalogue is about what the core lacks.
        deleteTree(home.resolve("connectors"));
        ShippedConnectors.copy(home, "h2");
        shipped.write("routes/billing.camel.yaml", BILLING)
                .write("connectors/http/connector.yaml", "title: HTTP\ndescription: A web service.\ncomponent: http\n")
                .write("config/connections/crm.yaml", "connector: http\n")
                .write("transformations/order/mapping.jslt", ".\n")
                .write("transformations/order-to-json/mapping.jslt", ".\n");
    }

    private static void assertServes(RunningSerai serai, String name) {
        assertThat(serai.decided(name).path("accepted").asBoolean()).as(name).isTrue();
        assertThat(serai.get("/live/" + name)).isEqualTo(name + " serves");
    }

    private void saveBroken(String name) {
        deleteFile(name, "route.camel.yaml");
        copy(CATALOGUE.resolve(name), home.resolve("routes").resolve(name));
    }

    private static void assertRefused(SoftAssertions softly, RunningSerai serai, String name) {
        JsonNode receipt = serai.decided(name);
        softly.assertThat(sentences(receipt)).as(name).containsExactlyElementsOf(expected(name));
        softly.assertThat(receipt.path("accepted").asBoolean()).as(name).isFalse();
        softly.assertThat(receipt.path("activeVersion").asInt()).as(name).isEqualTo(1);
        softly.assertThat(serai.get("/live/" + name)).as(name).isEqualTo(name + " serves");
        JsonNode status = serai.status(name);
        softly.assertThat(status.path("state").asText()).as(name).isEqualTo("REFUSED");
        softly.assertThat(status.path("version").asInt()).as(name).isEqualTo(1);
        softly.assertThat(status.path("fileDiffers").asBoolean()).as(name).isTrue();
    }

    private void restore(String name) {
        deleteTree(home.resolve("routes").resolve(name));
        write(name, "route.camel.yaml", GOOD.formatted(name));
    }

    private static void assertRestored(RunningSerai serai, String name) {
        assertServes(serai, name);
        JsonNode status = serai.status(name);
        assertThat(status.path("state").asText()).as(name).isEqualTo("LIVE");
        assertThat(status.path("fileDiffers").asBoolean()).as(name).isFalse();
    }

    @Test
    void endlessStaticInitialiserIsRefusedInTimeAndDelaysNobody() throws IOException {
        Files.createDirectories(home.resolve("routes"));
        try (LiveSerai live = LiveSerai.start(home, Map.of("serai.deploy.start-timeout", "1s"))) {
            RunningSerai serai = live.door();
            serai.saved("stuck/route.camel.yaml", GOOD.formatted("stuck"));

            serai.save("stuck/Stuck.java", NEVER_ENDING);
            JsonNode other = serai.saved("other.camel.yaml", GOOD.formatted("other"));
            JsonNode stuck = serai.decided("stuck");

            assertThat(other.path("accepted").asBoolean()).isTrue();
            assertThat(stuck.path("accepted").asBoolean()).isFalse();
            assertThat(stuck.path("findings").path(0).path("message").asText())
                    .startsWith("it passed the checks but could not be started: it had not started after 1000 ms: "
                            + "it stands in Stuck.<clinit>, line ");
            assertThat(serai.get("/live/stuck")).isEqualTo("stuck serves");
            assertThat(serai.runtime().path("leftovers")).isEmpty();
        }
    }

    private static List<String> sentences(JsonNode receipt) {
        return StreamSupport.stream(receipt.path("findings").spliterator(), false)
                .map(BrokenInputsLiveIT::sentence)
                .toList();
    }

    private static String sentence(JsonNode json) {
        Finding finding = new Finding(
                Severity.valueOf(json.path("severity").asText()),
                json.path("file").asText(),
                json.path("line").asInt(),
                json.path("column").asInt(),
                json.path("check").asText(),
                json.path("message").asText(),
                json.path("hint").asText());
        return finding.severity() + " " + finding.sentence();
    }

    private static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CATALOGUE)) {
            return new ArrayList<>(folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList());
        }
    }

    private static List<String> expected(String name) {
        try {
            return Files.readAllLines(CATALOGUE.resolve(name).resolve("expected.txt"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String name, String file, String text) {
        try {
            Path path = home.resolve("routes").resolve(name).resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void deleteFile(String name, String file) {
        try {
            Files.delete(home.resolve("routes").resolve(name).resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (!file.endsWith("expected.txt")) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void deleteTree(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
