package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However a file comes, changes or goes: a receipt follows soon. Times are printed; a busy machine may take three times as long. */
@Timeout(120)
class EveryWayOfSavingIT {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final String GONE = "404 {\"error\":\"no integration serves this path\"}\n";
    private static final String YAML = """
            - from:
                uri: platform-http:/%s
                steps:
                  - setBody:
                      constant: "%s"
            """;
    private static final String XML = """
            <route>
              <from uri="platform-http:/%s"/>
              <setBody><constant>%s</constant></setBody>
            </route>
            """;
    private static final String JAVA = """
            import org.apache.camel.builder.RouteBuilder;

            public class Spoken extends RouteBuilder {
                @Override
                public void configure() {
                    from("platform-http:/%s").setBody(constant("%s"));
                }
            }
            """;

    @TempDir
    Path home;

    private LiveSerai live;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(home.resolve("routes"));
        live = LiveSerai.start(home);
    }

    @AfterEach
    void stop() {
        live.close();
    }

    @Test
    void singleFilesOfEveryLanguage() {
        measure("new YAML file", () -> write("a.camel.yaml", YAML.formatted("a", "yaml")), "/a", "yaml");
        measure("new XML file", () -> write("b.camel.xml", XML.formatted("b", "xml")), "/b", "xml");
        measure("new Java file", () -> write("Spoken.java", JAVA.formatted("c", "java")), "/c", "java");
        measure("YAML in place", () -> write("a.camel.yaml", YAML.formatted("a", "yaml 2")), "/a", "yaml 2");
        measure("XML in place", () -> write("b.camel.xml", XML.formatted("b", "xml 2")), "/b", "xml 2");
        measure("Java in place", () -> write("Spoken.java", JAVA.formatted("c", "java 2")), "/c", "java 2");
        measure("deletion", () -> Files.delete(routes("a.camel.yaml")), "/a", GONE);
    }

    @Test
    void editorsAndTheShell() throws IOException {
        write("a.camel.yaml", YAML.formatted("a", "one"));
        Files.writeString(home.resolve("copy"), YAML.formatted("a", "copied"));
        Files.writeString(home.resolve("move"), YAML.formatted("a", "moved"));
        awaitAnswer("/a", "one");

        measure("editor with backup and swap file", () -> editWithBackup("edited"), "/a", "edited");
        measure("editor that renames a draft", () -> editWithDraft("drafted"), "/a", "drafted");
        measure("cp", () -> shell(home, "cp", "copy", "routes/a.camel.yaml"), "/a", "copied");
        measure("mv", () -> shell(home, "mv", "move", "routes/a.camel.yaml"), "/a", "moved");
        measure("rename", () -> shell(home, "mv", "routes/a.camel.yaml", "routes/b.camel.yaml"), "/a", "moved");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(serai().status("b").path("state").asText()).isEqualTo("LIVE");
            assertThat(serai().status("a").path("state").isMissingNode()).isTrue();
        });
        assertThat(serai().versions("a")).hasSize(5);
    }

    private void editWithBackup(String text) throws IOException {
        Files.writeString(routes(".a.camel.yaml.swp"), "swap");
        Files.move(routes("a.camel.yaml"), routes("a.camel.yaml~"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(routes("a.camel.yaml"), YAML.formatted("a", text));
        Files.delete(routes("a.camel.yaml~"));
        Files.delete(routes(".a.camel.yaml.swp"));
    }

    private void editWithDraft(String text) throws IOException {
        Files.writeString(routes("a.camel.yaml___jb_tmp___"), YAML.formatted("a", text));
        Files.move(routes("a.camel.yaml___jb_tmp___"), routes("a.camel.yaml"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void copyInSlowPiecesIsOneChange() throws IOException {
        String whole = YAML.formatted("a", "in pieces") + "# the end\n".repeat(50);
        int fifth = whole.length() / 5;
        for (int piece = 0; piece < 5; piece++) {
            String part = piece == 4 ? whole.substring(4 * fifth) : whole.substring(piece * fifth, (piece + 1) * fifth);
            Files.writeString(routes("a.camel.yaml"), part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            await().pollDelay(Duration.ofMillis(60)).until(() -> true);
        }

        measure("last of five slow pieces", () -> {}, "/a", "in pieces");

        assertThat(serai().versions("a")).containsExactly(1);
        assertThat(serai().receipt("a").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void checkoutOfABranch() {
        shell(home, "git", "init", "-q", "-b", "main");
        write("changed.camel.yaml", YAML.formatted("changed", "main"));
        write("removed.camel.yaml", YAML.formatted("removed", "main"));
        write("folder/route.camel.yaml", YAML.formatted("folder", "main"));
        commit("main");
        shell(home, "git", "checkout", "-q", "-b", "feature");
        write("changed.camel.yaml", YAML.formatted("changed", "feature"));
        write("folder/route.camel.yaml", YAML.formatted("folder", "feature"));
        write("added.camel.yaml", YAML.formatted("added", "feature"));
        shell(home, "git", "rm", "-q", "routes/removed.camel.yaml");
        commit("feature");
        awaitAnswer("/added", "feature");

        measure("git checkout, one changed", () -> checkout("main"), "/changed", "main");
        awaitAnswer("/removed", "main");
        awaitAnswer("/folder", "main");
        awaitAnswer("/added", GONE);
        measure("git checkout back, one gone", () -> checkout("feature"), "/removed", GONE);
        awaitAnswer("/changed", "feature");
        awaitAnswer("/folder", "feature");
        awaitAnswer("/added", "feature");
    }

    private void checkout(String branch) {
        shell(home, "git", "checkout", "-q", branch);
    }

    private void commit(String message) {
        shell(home, "git", "add", "routes");
        shell(home, "git", "-c", "user.name=ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", message);
    }

    @Test
    void linkSwapOfAMountedConfigMap() throws IOException {
        mount("..one", "one");
        Files.createSymbolicLink(routes("..data"), Path.of("..one"));
        Files.createSymbolicLink(routes("a.camel.yaml"), Path.of("..data/a.camel.yaml"));
        awaitAnswer("/a", "one");
        mount("..two", "two");

        measure("ConfigMap's link swap", this::swap, "/a", "two");

        assertThat(serai().versions("a")).containsExactly(2, 1);
    }

    private void mount(String folder, String text) throws IOException {
        Files.createDirectories(routes(folder));
        Files.writeString(routes(folder).resolve("a.camel.yaml"), YAML.formatted("a", text));
    }

    private void swap() throws IOException {
        Files.createSymbolicLink(routes("..data_tmp"), Path.of("..two"));
        Files.move(routes("..data_tmp"), routes("..data"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void foldersAndTheirFiles() {
        measure("new folder", () -> write("a/route.camel.yaml", YAML.formatted("a", "one")), "/a", "one");
        measure(
                "two files of a folder",
                () -> {
                    write("a/application.properties", "word=of a property\n");
                    write("a/route.camel.yaml", YAML.formatted("a", "{{word}}"));
                },
                "/a",
                "of a property");
        measure("its properties alone", () -> write("a/application.properties", "word=two\n"), "/a", "two");
        measure("a folder renamed", () -> Files.move(routes("a"), routes("b")), "/a", "two");
        await().atMost(SOON)
                .until(() -> serai().status("b").path("state").asText().equals("LIVE"));
        measure(
                "a folder instead of a file",
                () -> {
                    Files.delete(routes("b/route.camel.yaml"));
                    Files.delete(routes("b/application.properties"));
                    Files.delete(routes("b"));
                    write("b.camel.yaml", YAML.formatted("a", "a file"));
                },
                "/a",
                "a file");
        measure(
                "broken content",
                () -> {
                    write("b.camel.yaml", "- from:\n    uri: platform-http:/a\n    stps: []\n");
                    serai().decided("b.camel.yaml");
                },
                "/a",
                "a file");
    }

    private void measure(String way, Saving saving, String path, String answer) {
        long begin = System.nanoTime();
        try {
            saving.run();
        } catch (IOException e) {
            throw new AssertionError(way, e);
        }
        awaitAnswer(path, answer);
        System.out.printf("%-34s %5d ms%n", way, (System.nanoTime() - begin) / 1_000_000);
    }

    private void awaitAnswer(String path, String answer) {
        await(path + " " + answer)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> serai().get(path), answer::equals);
    }

    private RunningSerai serai() {
        return live.door();
    }

    private Path routes(String file) {
        return home.resolve("routes").resolve(file);
    }

    private void write(String file, String text) {
        serai().save(file, text);
    }

    private static void shell(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private interface Saving {
        void run() throws IOException;
    }
}
