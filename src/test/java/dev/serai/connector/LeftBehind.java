package dev.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Threads and connections of this process that a Serai has left there. */
final class LeftBehind {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the JDK and the test itself keep. */
    private static final List<String> OTHERS = List.of(
            "HttpClient-",
            "Keep-Alive",
            "ForkJoinPool",
            "process reaper",
            "Common-Cleaner",
            "awaitility",
            "junit",
            "Attach");

    private final int port;
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    private LeftBehind(int port) {
        this.port = port;
    }

    /** @param port of the system */
    static LeftBehind from(int port) {
        return new LeftBehind(port);
    }

    void assertNoThread() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    void assertNoConnection() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(OpenSockets.to(port))
                .as("connections to the system")
                .isZero());
    }

    private List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> OTHERS.stream().noneMatch(name::startsWith))
                .sorted()
                .toList();
    }
}
