package dev.serai.connector;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message as an integration recorded it.
 *
 * @param body its bytes
 * @param headers those that the sender set
 */
record Recorded(byte[] body, String headers) {

    /** Waits for the next one, and takes it away. */
    static Recorded next(Path folder, Duration patience) throws IOException {
        Path headers = await("a message in " + folder)
                .atMost(patience)
                .until(() -> find(folder), Optional::isPresent)
                .orElseThrow();
        Path body = Path.of(headers.toString().replaceFirst("headers$", "body"));
        Recorded recorded = new Recorded(Files.readAllBytes(body), Files.readString(headers));
        Files.delete(headers);
        Files.delete(body);
        return recorded;
    }

    private static Optional<Path> find(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Recorded::isWhole).findFirst();
        }
    }

    private static boolean isWhole(Path file) {
        String name = file.toFile().getName();
        return name.endsWith(".headers") && !name.startsWith("writing-");
    }
}
