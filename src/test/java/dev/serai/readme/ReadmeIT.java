package dev.serai.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.console.RuntimeFile;
import dev.serai.readme.WalkThrough.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk-through and that of the canaries, line by line, in a copy of the tree's home folders; only the ports are others. */
class ReadmeIT {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> HOME = List.of("config", "connectors", "routes", "samples", "transformations");

    @TempDir
    Path home;

    private Process serai = ended();

    @BeforeEach
    void aFreshClone() throws IOException {
        for (String folder : HOME) {
            copy(Path.of(folder), home.resolve(folder));
        }
        Files.createSymbolicLink(home.resolve("serai"), Path.of("serai").toAbsolutePath());
    }

    @AfterEach
    void stop() throws InterruptedException {
        serai.destroy();
        if (!serai.waitFor(30, TimeUnit.SECONDS)) {
            serai.destroyForcibly().waitFor();
        }
    }

    @Test
    void theWalkThroughWorksPastedLineByLine() throws Exception {
        List<Command> commands = WalkThrough.in(Path.of("README.md"));

        assertThat(commands.get(0).text()).isEqualTo("./serai run");
        serai = start(commands.get(0));
        String url = await().atMost(START).until(this::httpUrl, found -> !found.isEmpty());

        for (Command command : commands.subList(1, commands.size())) {
            if (!command.text().contains("mvnw")) {
                follow(command, url);
            }
        }
        for (Command command : WalkThrough.in(Path.of("src/docs/canary.md"))) {
            follow(command, url);
        }
    }

    /** A command with a promise is what a person repeats until the promise is seen; any other is typed once. */
    private void follow(Command command, String url) {
        String text = command.text().replace("http://localhost:8080", url);
        if (command.promise().isEmpty()) {
            output(text);
            return;
        }
        await(command.text()).atMost(PATIENCE).untilAsserted(() -> assertThat(output(text))
                .contains(command.promise()));
    }

    private String httpUrl() throws IOException {
        assertThat(serai.isAlive()).as(() -> log()).isTrue();
        return RuntimeFile.read(home.resolve("state")).map(RuntimeFile::httpUrl).orElse("");
    }

    private Process start(Command command) throws IOException {
        return shell("exec " + command.text())
                .redirectOutput(home.resolve("run.log").toFile())
                .start();
    }

    private String output(String text) {
        try {
            Process process = shell(text).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(text, e);
        }
    }

    private ProcessBuilder shell(String text) {
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", text).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("SERAI_HTTP_PORT", "0", "SERAI_MANAGEMENT_PORT", "0"));
        return builder;
    }

    private String log() {
        try {
            return Files.readString(home.resolve("run.log"));
        } catch (IOException e) {
            return "there is no output: " + e;
        }
    }

    private static Process ended() {
        try {
            return new ProcessBuilder("true").start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
