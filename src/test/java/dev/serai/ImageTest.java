package dev.serai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Dockerfile against the tree, as far as that can be told without an engine. */
class ImageTest {

    @Test
    void everythingThatIsCopiedIsThere() throws IOException {
        assertThat(copiedFromTheTree()).isNotEmpty().allSatisfy(source -> assertThat(Path.of(source))
                .exists());
    }

    @Test
    void everythingThatIsCopiedIsSentToTheEngine() throws IOException {
        List<String> sent = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1).replaceAll("/$", ""))
                .toList();

        assertThat(copiedFromTheTree()).isSubsetOf(sent);
    }

    @Test
    void startsByTheLauncherAsAnOrdinaryUser() throws IOException {
        assertThat(instructions())
                .contains("ENTRYPOINT [\"/opt/serai/serai\"]", "USER 10001:10001", "EXPOSE 8080 9876")
                .noneMatch(line -> line.contains("java ") && line.contains("-jar"));
    }

    private static List<String> copiedFromTheTree() throws IOException {
        return instructions().stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .map(line -> line.substring("COPY ".length()).split(" "))
                .flatMap(words -> Arrays.stream(words, 0, words.length - 1))
                .toList();
    }

    private static List<String> instructions() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("Dockerfile"))) {
            return lines.map(String::strip).toList();
        }
    }
}
