package dev.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** What arrived of numbered messages, and how often. */
final class Arrivals {

    private final Callable<List<String>> lines;

    private Arrivals(Callable<List<String>> lines) {
        this.lines = lines;
    }

    /** Those that an integration wrote into a file, a line each. */
    static Arrivals in(Path file) {
        return new Arrivals(() -> read(file));
    }

    /** Those that the system holds. */
    static Arrivals in(Callable<List<String>> contents) {
        return new Arrivals(contents);
    }

    private static List<String> read(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Map<String, Integer> counts(String prefix) throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        lines.call().stream()
                .filter(line -> line.startsWith(prefix))
                .forEach(line -> counts.merge(line, 1, Integer::sum));
        return counts;
    }

    /** How many different ones of a flood have arrived. */
    int different(String prefix) {
        try {
            return counts(prefix).size();
        } catch (Exception e) {
            throw new AssertionError("what arrived cannot be read", e);
        }
    }

    /**
     * Waits until all have arrived.
     *
     * @return how many arrived more than once, each further copy counted
     */
    int all(Flood flood, Duration patience) throws Exception {
        await("arrival of " + flood)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(missing(flood)).isEmpty());
        Map<String, Integer> counts = counts(flood.prefix());
        assertThat(counts.keySet()).as("nothing but what was sent").isEqualTo(Set.copyOf(flood.bodies()));
        return counts.values().stream().mapToInt(Integer::intValue).sum() - flood.size();
    }

    private List<String> missing(Flood flood) throws Exception {
        Map<String, Integer> counts = counts(flood.prefix());
        return flood.bodies().stream()
                .filter(body -> !counts.containsKey(body))
                .limit(20)
                .toList();
    }
}
